import {
  Button,
  Group,
  Modal,
  NumberInput,
  SegmentedControl,
  Select,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { asProblem, type Site, type SiteFields, toast } from '@openteller/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { saveSite } from './api.ts';
import { addressProblem, hostOf } from './crawl-words.ts';
import classes from './sources.module.css';

const SCHEDULE = [
  { value: '0', label: 'Only by hand' },
  { value: '6', label: 'Every 6 hours' },
  { value: '24', label: 'Every day' },
  { value: '168', label: 'Every week' },
];

/** Where to begin and how gently: robots.txt is always obeyed, and only the named hosts are visited. */
export function SiteDialog({ site, onClose }: { site: Site | undefined; onClose: () => void }) {
  const queries = useQueryClient();
  const [kind, setKind] = useState<SiteFields['kind']>(site?.kind ?? 'START');
  const [address, setAddress] = useState(site?.startUrl ?? site?.sitemapUrl ?? '');
  const [depth, setDepth] = useState(site?.depth ?? 3);
  const [maxPages, setMaxPages] = useState(site?.maxPages ?? 200);
  const [perSecond, setPerSecond] = useState(site?.perSecond ?? 1);
  const [hours, setHours] = useState(String(site?.everyHours ?? 24));
  const [category, setCategory] = useState(site?.category ?? '');
  const [hosts, setHosts] = useState(site?.allowedHosts ?? []);
  const [tried, setTried] = useState(false);
  const wrong = addressProblem(address);
  const ownHost = hostOf(address);
  const save = useMutation({
    mutationFn: () =>
      saveSite(site?.id, {
        kind,
        ...(kind === 'START' ? { startUrl: address.trim() } : { sitemapUrl: address.trim() }),
        depth,
        maxPages,
        perSecond,
        ...(hours === '0' ? {} : { everyHours: Number(hours) }),
        ...(category.trim() ? { category: category.trim() } : {}),
        allowedHosts: [...new Set([...(ownHost ? [ownHost] : []), ...hosts])],
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['sites'] });
      toast('The site is saved');
      onClose();
    },
  });
  const problem = save.error ? asProblem(save.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong) save.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={site ? 'Change the site' : 'Add a web site'} size="lg" radius="lg">
      <form onSubmit={submit} noValidate className={classes.form}>
        <SegmentedControl
          aria-label="Begin with"
          value={kind}
          onChange={(value) => setKind(value === 'SITEMAP' ? 'SITEMAP' : 'START')}
          data={[
            { value: 'START', label: 'Follow links from a page' },
            { value: 'SITEMAP', label: 'Read a sitemap' },
          ]}
        />
        <TextInput
          label={kind === 'START' ? 'First page' : 'Address of the sitemap'}
          placeholder={
            kind === 'START' ? 'https://www.bank.example/help' : 'https://www.bank.example/sitemap.xml'
          }
          required
          data-autofocus
          value={address}
          error={problem?.field?.endsWith('Url') ? problem.title : tried ? wrong : undefined}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <div className={classes.fields}>
          {kind === 'START' && (
            <NumberInput
              label="Links deep"
              min={0}
              max={10}
              value={depth}
              onChange={(value) => setDepth(Number(value) || 0)}
            />
          )}
          <NumberInput
            label="Pages at most"
            min={1}
            max={10_000}
            value={maxPages}
            onChange={(value) => setMaxPages(Number(value) || 1)}
          />
          <NumberInput
            label="Pages a second"
            min={0.1}
            max={10}
            step={0.5}
            value={perSecond}
            onChange={(value) => setPerSecond(Number(value) || 1)}
          />
          <Select
            label="Again"
            allowDeselect={false}
            value={hours}
            data={
              SCHEDULE.some((each) => each.value === hours)
                ? SCHEDULE
                : [...SCHEDULE, { value: hours, label: `Every ${hours} hours` }]
            }
            onChange={(value) => value && setHours(value)}
          />
        </div>
        <TextInput
          label="Category"
          placeholder="Found from each page if empty"
          maxLength={60}
          value={category}
          onChange={(event) => setCategory(event.currentTarget.value)}
        />
        <TagsInput
          label="Other hosts that may be visited"
          description={
            ownHost ? `${ownHost} is allowed already` : 'The host of the address is always allowed'
          }
          value={hosts.filter((host) => host !== ownHost)}
          onChange={setHosts}
        />
        {problem && (
          <p className={classes.formProblem} role="alert">
            {problem.title}. {problem.detail}
          </p>
        )}
        <Group justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
