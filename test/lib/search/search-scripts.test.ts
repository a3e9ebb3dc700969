import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSearch } from '../../../lib/search/open-search.ts';
import type { SearchAddresses } from '../../../lib/search/search-entry.ts';
import { searchFiles } from '../../../lib/search/search-files.ts';
import { SEARCH_START } from '../../../lib/search/search-start.ts';
import { minimalStanza } from '../../helpers/temp-spec.ts';
import { publicationOf } from '../../site/corpus-of.ts';

const ADDRESSES: SearchAddresses = {
  definition: (kind, id) => `/${kind}/${id}/`,
  fact: ({ path }) => `/#${path}`,
  question: () => undefined,
};

const enumOf = (id: string, values: readonly (readonly [value: string, about: string])[]): string =>
  JSON.stringify({
    ...{ id, title: id, status: 'draft', summary: 'Signs.' },
    values: values.map(([value, description]) => ({ value, confidence: 'unknown', description })),
  });

const VALUES = [
  ['媒体协商完成', '服务器确认之后，双方开始发送数据。'],
  ['サーバー応答', '相手が電話に出ないときに送られる。'],
  ['연결해제', '상대방이 통화를 끝냈다.'],
  ['ยกเลิกสาย', 'ผู้โทรวางสายก่อน'],
  ['ຕັດສາຍ', 'ຜູ້ໂທວາງສາຍ'],
  ['បដិសេធ', 'អ្នកទទួលមិនឆ្លើយ'],
  ['ငြင်းပယ်', 'ဖုန်းမကိုင်ပါ'],
  ['App通知', 'Mixed.'],
  ['𠮷野家', 'Beyond the first plane.'],
  ['@', 'At.'],
  ['@self', 'At itself.'],
  ['self', 'Itself.'],
  ['#', 'Number.'],
  ['**', 'Twice.'],
  ['🔕', 'A bell.'],
  ['❤️', 'A heart.'],
  ['Größe', 'How large; ANSTOẞ, café, Ωmega, naïve, Łódź, ﬂag, ＡＢＣ.'],
  ['DIYARBAKIR', 'A city: İzmir too.'],
] as const;

const small = { 'stanzas/ping.yaml': minimalStanza('ping'), 'enums/signs.yaml': enumOf('signs', VALUES) };
// So many that the index is cut into files.
const filler = (n: number): string =>
  enumOf(
    `filler-${n}`,
    Array.from({ length: 100 }, (_, i) => [`v${n}x${i}`, `Nothing ${i}.`] as const),
  );
const large = {
  ...small,
  ...Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`enums/filler-${n}.yaml`, filler(n)])),
};

for (const [size, texts] of [
  ['one file', small],
  ['many files', large],
] as const) {
  const files = searchFiles(publicationOf(texts).publication.corpus, ADDRESSES, []);
  const words = JSON.parse(files.get(SEARCH_START) ?? '').words.length;
  const find = async (query: string): Promise<string[]> => {
    const search = await openSearch(async (name) => JSON.parse(files.get(name) ?? ''));
    return (await search(query, 30)).hits.map(({ name }) => name);
  };

  test(`an index in ${size} finds any part of text without spaces, in names and in texts`, async () => {
    assert.equal(words > 0, size === 'many files');
    for (const [query, name] of [
      ...[
        ['协商', '媒体协商完成'],
        ['商', '媒体协商完成'],
        ['完成', '媒体协商完成'],
        ['双方开始', '媒体协商完成'],
        ['送数', '媒体协商完成'],
      ],
      ...[
        ['応答', 'サーバー応答'],
        ['ｻｰﾊﾞｰ', 'サーバー応答'],
        ['電話', 'サーバー応答'],
        ['ない', 'サーバー応答'],
      ],
      ...[
        ['해제', '연결해제'],
        ['결', '연결해제'],
        ['대방', '연결해제'],
      ],
      ...[
        ['สาย', 'ยกเลิกสาย'],
        ['สายก่อน', 'ยกเลิกสาย'],
        ['ສາຍ', 'ຕັດສາຍ'],
        ['ວາງ', 'ຕັດສາຍ'],
        ['សេធ', 'បដិសេធ'],
        ['ឆ្លើយ', 'បដិសេធ'],
        ['ပယ်', 'ငြင်းပယ်'],
        ['ကိုင်', 'ငြင်းပယ်'],
      ],
      ...[
        ['通知', 'App通知'],
        ['app通知', 'App通知'],
        ['app', 'App通知'],
        ['野', '𠮷野家'],
        ['𠮷野', '𠮷野家'],
      ],
    ] as const) {
      assert.ok((await find(query ?? '')).includes(name ?? ''), query);
    }
    for (const query of ['完媒', '答応', '제해']) assert.deepEqual(await find(query), [], query);
  });

  test(`an index in ${size} finds names by their characters: the exact name first`, async () => {
    assert.deepEqual(await find('@'), ['@', '@self']);
    assert.deepEqual((await find('@self')).slice(0, 2), ['@self', 'self']);
    assert.deepEqual((await find('self')).slice(0, 2).sort(), ['@self', 'self']);
    for (const query of ['#', '**', '🔕']) assert.deepEqual(await find(query), [query]);
    for (const query of ['❤️', '❤', ' ❤️ ']) assert.deepEqual(await find(query), ['❤️']);
    for (const query of ['', '  ', '?', '🎉']) assert.deepEqual(await find(query), [], query);
  });

  test(`an index in ${size} folds case, accents and forms of letters`, async () => {
    for (const query of ['grösse', 'GROSSE', 'Größe', 'gro\u0308ße', 'gross']) {
      assert.equal((await find(query))[0], 'Größe', query);
    }
    for (const query of ['anstoss', 'anstoß', 'cafe', 'CAFÉ', 'naive', 'lodz', 'flag', 'abc', 'ａｂｃ']) {
      assert.ok((await find(query)).includes('Größe'), query);
    }
    for (const query of ['diyarbakir', 'Diyarbakır', 'dıyarbakır', 'izmir', 'İZMİR', 'ızmır']) {
      assert.ok((await find(query)).includes('DIYARBAKIR'), query);
    }
  });
}
