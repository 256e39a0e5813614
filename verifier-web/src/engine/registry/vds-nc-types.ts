/** Types of VDS-NC, from spec/registry/vds-nc-types.json (22-vds-nc part 4). */
import file from '../../../../spec/registry/vds-nc-types.json';
import type { Purpose } from '../trust/extensions';

export interface FieldRule {
  readonly name: string;
  readonly form: string;
  readonly max?: number;
  readonly mandatory: boolean;
}

export interface NcType {
  readonly type: string;
  readonly name: string;
  readonly country?: string;
  readonly national?: boolean;
  readonly versions: readonly number[];
  readonly documentCode?: string;
  readonly grants: 'none' | 'category';
  readonly answers: readonly Purpose[];
  readonly fields?: readonly FieldRule[];
}

export function ncType(type: string): NcType | undefined {
  return (file.types as readonly NcType[]).find((t) => t.type === type);
}
