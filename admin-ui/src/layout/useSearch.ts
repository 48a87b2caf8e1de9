import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request } from '../graphql/client.ts';
import { type SearchHit, searchQuery } from './frame.documents.ts';

const WAIT_MS = 200;
const SHORTEST = 2;
const order: SearchHit['group'][] = ['INVOICE', 'CASE', 'ORDER', 'CARD', 'FIRM', 'PERSON'];
const noHits: SearchHit[] = [];

function useSettled(text: string) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What the server finds for the words typed, grouped, once the typing pauses. */
export function useSearch(typed: string) {
  const text = useSettled(typed.trim());
  const enabled = text.length >= SHORTEST;
  const { data, error, isFetching } = useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => request(searchQuery, { text }, { signal }),
    enabled,
    placeholderData: keepPreviousData,
    // A search may hold a national ID: it must not stay in memory after the dialog is closed.
    gcTime: 0,
  });
  const found = enabled ? (data?.search.hits ?? noHits) : noHits;
  const hits = order.flatMap(group => found.filter(hit => hit.group === group));
  return { hits, error: enabled ? error : null, searched: enabled ? text : '', isFetching };
}

type May = (resource: string, action: string) => boolean;

/** Where a hit leads: its own page for those who may open it, else its case, or the list of cases with its name in the filter. */
export function addressOf(hit: SearchHit, may: May): string {
  const { group, id, caseId, title, orgNumber, order: line } = hit;
  if (line) return `/orders/${line.number}?line=${line.line}`;
  if (group === 'INVOICE') return `/invoices/${id}`;
  if (group === 'CARD') return `/cards/${title}`;
  if (group === 'FIRM' && orgNumber && may('firm', 'read')) return `/firms/${orgNumber}`;
  if (group === 'PERSON' && may('person', 'read')) return `/persons/${id}`;
  return caseId ? `/cases/${caseId}` : `/queues/image-review?status=ALL&text=${encodeURIComponent(title)}`;
}
