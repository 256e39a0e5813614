/** What categories of permits are called, as spec/registry says it. */
import { categories } from '../engine/registry';
import { language } from './words';

/** @returns nothing for a name that the registry does not have */
export function categoryWords(name: string | undefined): string | undefined {
  const category = categories.find((c) => c.name === name);
  return category === undefined ? undefined : (category.title[language] ?? category.title['en'] ?? category.name);
}
