import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/people/index.js';
import { idOf, somePerson } from './some-people.js';

const karin = somePerson(1, { name: 'Karin' });
const orjan = somePerson(2, { name: 'Örjan', managerId: karin.id });
const zahra = somePerson(3, { name: 'Zahra', managerId: karin.id });
const south = somePerson(4, { organisation: 'Södra nämnden', managerId: zahra.id });
const directory = createDirectory([karin, orjan, zahra, south]);

describe('createDirectory', () => {
  it('finds by id and e-mail whatever the case', () => {
    expect(directory.find(zahra.id.toUpperCase())).toBe(zahra);
    expect(directory.findByEmail(' Person3@UBARA.example')).toBe(zahra);
    expect(directory.find(idOf(99))).toBeUndefined();
    expect(directory.findByEmail('nobody@ubara.example')).toBeUndefined();
  });

  it('gives the nearest manager, and none for the topmost', () => {
    expect(directory.managerOf(south.id)).toBe(zahra);
    expect(directory.managerOf(karin.id)).toBeUndefined();
    expect(directory.managerOf(idOf(99))).toBeUndefined();
  });

  it('gives direct reports by name in Swedish order', () => {
    expect(directory.reportsOf(karin.id)).toEqual([zahra, orjan]);
    expect(directory.reportsOf(south.id)).toEqual([]);
  });

  it('keeps departments of two organisations apart', () => {
    expect(directory.inDepartment('Norra nämnden', 'Förskola')).toEqual([karin, zahra, orjan]);
    expect(directory.inDepartment('Södra nämnden', 'Förskola')).toEqual([south]);
    expect(directory.inDepartment('Södra nämnden', 'Äldreomsorg')).toEqual([]);
  });

  it('counts its people', () => {
    expect(directory.size).toBe(4);
  });
});
