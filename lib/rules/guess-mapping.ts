import { IMPORT_FIELDS, type ImportField, type ImportMapping } from '../schemas/import';

/**
 * Which column of a message file means what, by the names people and programs give them. The first column that fits
 * wins, a field's better names before its weaker ones, and no column means two things.
 */
const NAMES: Record<ImportField, string> = {
  email:
    'email emailaddress customeremail useremail requesteremail senderemail mail mailadresse emailadresse kundenemail courriel adressemail correo correoelectronico indirizzoemail emailadres from',
  customer:
    'customerid userid clientid contactid customer user client contact requester kundennummer kundenid kunde benutzerid idclient numeroclient idcliente cliente idutente utente klantnummer klant externalid',
  name: 'customername username fullname name contactname requestername kundenname nom nomclient nombre nome naam',
  time: 'timestamputc timestamp datetime sentat createdat created date time sent zeitstempel zeitpunkt datum gesendetam erstelltam zeit horodatage dateheure envoyele fecha fechahora enviado data dataora inviatoil tijdstip verzonden heure hora ora tijd',
  body: 'messagebody message body text content comment description nachricht nachrichtentext inhalt beschreibung kommentar corps texte contenu mensaje cuerpo texto contenido messaggio testo corpo bericht inhoud mensagem',
  topic:
    'topic category subjectarea department queue thema kategorie bereich sujet categorie tema categoria argomento onderwerp',
  priority:
    'priority urgency severity prioritat dringlichkeit priorite urgence prioridad urgencia priorita urgenza prioriteit',
  language: 'language lang locale sprache langue idioma lingua taal',
  message_id: 'messageid msgid commentid id nachrichtid nachrichtenid idmessage idmensaje idmessaggio',
  thread_id:
    'threadid conversationid ticketid ticketnumber caseid thread conversation ticket fallnummer ticketnummer vorgangsnummer vorgang konversation conversationidentifier idconversation idconversacion',
};

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** @param columns the header's cells, in order. */
export function guessMapping(columns: readonly string[]): ImportMapping {
  const names = columns.map(plain);
  const taken = new Set<number>();
  const guess = (field: ImportField): number | null => {
    for (const wanted of NAMES[field].split(' ')) {
      const at = names.findIndex((name, index) => name === wanted && !taken.has(index));
      if (at >= 0) {
        taken.add(at);
        return at;
      }
    }
    return null;
  };
  return Object.fromEntries(IMPORT_FIELDS.map((field) => [field, guess(field)])) as ImportMapping;
}

/** The fields that are missing before a file can be read, or none. */
export function missingFields(mapping: ImportMapping): ImportField[] {
  const missing: ImportField[] = (['time', 'body'] as const).filter((field) => mapping[field] === null);
  return mapping.customer === null && mapping.email === null ? ['customer', ...missing] : missing;
}
