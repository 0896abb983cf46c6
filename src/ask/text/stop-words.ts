/** Words that carry grammar, not meaning, in both languages, and numbers in words. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'alla allt alltså att av bara bland blev bli blir borde både båda de del dem den denna deras dess det detta dig din dina ditt dom du där då efter ej eller en enligt er era ert ett ' +
    'fick finns fram från få får för före ga gamla ge genom gick gjorde gör ha hade han har hon hos hur hör i icke igen in inga ingen inget innan inne inom inte istället jag ju kan kanske ' +
    'kommer kring kunde kvar lika man med mellan men mer mest mig min mina mitt mot mycket måste många nog nu nya ny någon något några när nästa och också olika om oss på redan samma samt sedan ' +
    'ser ses sig sin sina sitt själv ska skulle som så sådan tar till totalt två tre fyra fem sex sju åtta nio tio tolv trots under upp ut utan utom vad var vara varit varje varför vem vems vi vid vilka ' +
    'vilken vilket vill väl vår våra vårt åt än ännu är även över ' +
    'ligger låg legat visar visade säger sade sa sagt gäller gällde gällt finns fanns funnits blivit menade menar mena såg tror trodde undrar undrade vet visste stämmer går gått får fått ger gav säg visa ' +
    'ngn ngt nån nåt nåra ngra typ bla tex dvs osv ca ev resp iom mha pga fr bitr verkligen faktiskt ungefär samma sak fast ' +
    'a about after all also am an and any are as at be because been before being below between both but by can could did do does doing down during each few for from further get give had has ' +
    'have having he her here him his how if in into is it its just know like many may me more most much must my no nor not now of off on once one only or other our out over own per please same ' +
    'she should so some such tell than thank thanks that the their them then there these they this those through to too two three four five six seven eight nine ten under until up us very was ' +
    'we were what when where which while who whom why will with would you your'
  ).split(' '),
);
