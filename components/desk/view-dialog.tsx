'use client';
import { whenOpened } from '@/components/ui/when-opened';
import type { CreateViewInput, ViewDto } from '@/lib/schemas/view';

type Content = Pick<CreateViewInput, 'filter' | 'sort' | 'group' | 'columns'>;
export interface ViewDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Of a new view. */
  content?: Content;
  /** The view whose name and owner are changed. */
  view?: ViewDto;
  onSaved?: (key: string) => void;
}

/** Names a view and says for whom it is: a new one, or one that is there. */
export const ViewDialog = whenOpened<ViewDialogProps>(() =>
  import('./view-dialog-part').then((file) => file.ViewDialogPart),
);
