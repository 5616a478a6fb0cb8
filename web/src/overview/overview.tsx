// Overview: not built yet.
import { Page } from '../shell/page.tsx';

export const Overview = () => <Page title="Overview">…</Page>;
