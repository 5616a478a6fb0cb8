// Review: not built yet.
import { Page } from '../shell/page.tsx';

export const Review = () => <Page title="Review">…</Page>;
