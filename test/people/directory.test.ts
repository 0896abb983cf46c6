import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/people/index.js';
import { idOf, somePerson } from './some-people.js';

const karin = somePerson(1, { name: 'Karin' });
const orjan = somePerson(2, { name: 'Örjan', managerId: karin.id });
const anna = somePerson(3, { name: 'Anna', managerId: karin.id });
const south = somePerson(4, { organisation: 'Södra nämnden', managerId: anna.id });
const directory = createDirectory([karin, orjan, anna, south]);

describe('createDirectory', () => {
  it('finds by id and e-mail whatever the case', () => {
    expect(directory.find(anna.id.toUpperCase())).toBe(anna);
    expect(directory.findByEmail(' Person3@UBARA.example')).toBe(anna);
    expect(directory.find(idOf(99))).toBeUndefined();
    expect(directory.findByEmail('nobody@ubara.example')).toBeUndefined();
  });

  it('gives the nearest manager, and none for the topmost', () => {
    expect(directory.managerOf(south.id)).toBe(anna);
    expect(directory.managerOf(karin.id)).toBeUndefined();
    expect(directory.managerOf(idOf(99))).toBeUndefined();
  });

  it('gives direct reports by name in Swedish order', () => {
    expect(directory.reportsOf(karin.id)).toEqual([anna, orjan]);
    expect(directory.reportsOf(south.id)).toEqual([]);
  });

  it('keeps departments of two organisations apart', () => {
    expect(directory.inDepartment('Norra nämnden', 'Förskola')).toEqual([anna, karin, orjan]);
    expect(directory.inDepartment('Södra nämnden', 'Förskola')).toEqual([south]);
    expect(directory.inDepartment('Södra nämnden', 'Äldreomsorg')).toEqual([]);
  });

  it('counts its people', () => {
    expect(directory.size).toBe(4);
  });
});
