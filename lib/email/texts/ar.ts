import type { MailTexts } from './mail-texts';

const weAreOnIt = 'نعمل على طلبك';

const rules = new Intl.PluralRules('ar');

/** The right one of the six forms that Arabic has for a number. */
const counted = (count: number, forms: Record<Intl.LDMLPluralRule, string>) => forms[rules.select(count)];

const daysIn = (days: number) =>
  counted(days, {
    zero: `${days} يوم`,
    one: 'يوم واحد',
    two: 'يومين',
    few: `${days} أيام`,
    many: `${days} يومًا`,
    other: `${days} يوم`,
  });

export const ar: MailTexts = {
  greeting: (name) => `مرحبًا ${name}،`,
  customerStatus: {
    OPEN: weAreOnIt,
    ASSIGNED: weAreOnIt,
    IN_PROGRESS: weAreOnIt,
    WAITING_ON_CUSTOMER: 'بانتظار ردك',
    RESOLVED: 'تم الحل',
    CLOSED: 'مغلق',
  },
  staffStatus: {
    OPEN: 'مفتوحة',
    ASSIGNED: 'مُسندة',
    IN_PROGRESS: 'قيد المعالجة',
    WAITING_ON_CUSTOMER: 'بانتظار العميل',
    RESOLVED: 'تم الحل',
    CLOSED: 'مغلقة',
  },
  answerHere: 'الرد هنا',
  openTicket: 'فتح التذكرة',
  answerLine: 'للرد:',
  openLine: 'لفتحها:',
  notRead: 'لا أحد يقرأ ما يُرسل إلى عنوان مُرسِل هذه الرسالة. يُرجى الرد من خلال الصفحة.',
  answerMail: 'يكفي أن ترد على هذه الرسالة، أو من هنا:',
  answerAsStaff: 'أو أجب على هذه الرسالة: ما تكتبه يصل إلى العميل باسمك.',
  whyCustomer: 'وصلتك هذه الرسالة لأنك طلبت مساعدتنا.',
  whyStaff: 'وصلتك هذه الرسالة لأن التذكرة مُسندة إليك.',
  whyStranger: 'إذا لم تكن المراسلة صادرة عنك فلا يلزمك فعل أي شيء.',
  you: 'أنت',
  files: {
    mailed: (names) => `المرفقات: ${names}`,
    onPage: (names) => `على الصفحة: ${names}`,
    leftOut: (names) => `غير مرفق بهذه الرسالة: ${names}`,
  },
  received: {
    plain: 'وصلنا طلبك',
    heading: 'وصلنا طلبك',
    body: 'سيطّلع عليه أحد أعضاء فريقنا ويرد عليك، وستصلك رسالة عندئذٍ. وحتى ذلك الحين يمكنك إضافة أي معلومات في أي وقت.',
  },
  reply: {
    heading: (author) => `وصلك رد من ${author}`,
    staffHeading: (author) => `ردّ ${author} على العميل`,
    status: {
      OPEN: 'أُعيد فتح طلبك.',
      IN_PROGRESS: 'أُعيد فتح طلبك، ونحن نعمل عليه.',
      WAITING_ON_CUSTOMER: 'نحتاج إلى ردك لنتمكن من المتابعة.',
      RESOLVED: 'نعتقد أن هذا يحل المشكلة. وإن لم يكن كذلك، يكفي الرد لنواصل العمل.',
      CLOSED: 'بهذا يُغلق طلبك. وأي رد عليه يفتح طلبًا جديدًا.',
    },
  },
  chat: {
    subject: (company) => `محادثتك مع ${company}`,
    heading: (company) => `ردّ عليك ${company} في الدردشة`,
    action: 'متابعة الدردشة',
    answerMail: 'يكفي أن ترد على هذه الرسالة، أو تابع الدردشة:',
    answerPage: 'تابع الدردشة:',
    why: 'تصلك هذه الرسالة لأن هذا العنوان ذُكر في دردشة. إن لم تكن أنت، فلا حاجة إلى أي إجراء.',
  },
  copy: {
    heading: (author) => `وصلتك نسخة من ${author}`,
    why: 'وصلتك هذه الرسالة لأن كاتبها أضافك إلى قائمة النسخ.',
    notRead: 'لا أحد يقرأ ما يُرسل إلى عنوان مُرسِل هذه الرسالة.',
    answerMail: 'إذا رددت على هذه الرسالة وصل ردك إلى كاتبها.',
  },
  customerMessage: { heading: (author) => `رسالة من ${author}` },
  note: { heading: (author) => `ملاحظة من ${author}`, label: 'ملاحظة داخلية' },
  status: {
    headings: {
      OPEN: 'أُعيد فتح طلبك',
      ASSIGNED: 'أُعيد فتح طلبك',
      IN_PROGRESS: 'عدنا إلى العمل على طلبك',
      WAITING_ON_CUSTOMER: 'نحتاج إلى رد منك',
      RESOLVED: 'تم حل طلبك',
      CLOSED: 'أُغلق طلبك',
    },
    bodies: {
      OPEN: 'ينتظر طلبك أول من يتفرغ من فريقنا. وسيصلك ردنا عبر البريد الإلكتروني.',
      ASSIGNED: 'تولى طلبك أحد أعضاء فريقنا. وسيصلك ردنا عبر البريد الإلكتروني.',
      IN_PROGRESS: 'يعمل أحد أعضاء فريقنا على طلبك. وسيصلك ردنا عبر البريد الإلكتروني.',
      WAITING_ON_CUSTOMER: 'لا يمكننا المتابعة دون مساعدتك. يُرجى الاطلاع على آخر ما كتبناه والرد عليه.',
      RESOLVED: 'إذا بقي شيء لم يُحل، يكفي الرد لنواصل العمل.',
      CLOSED: 'إذا احتجت إلينا مجددًا، يكفي الرد ليُفتح طلب جديد.',
    },
    staffHeading: (actor) => (actor ? `غيّر ${actor} الحالة` : 'تغيّرت الحالة'),
    staffBody: (status) => `الحالة الآن: ${status}.`,
  },
  closing: {
    heading: 'هل ما زلت تحتاج إلينا؟',
    body: (days) =>
      `طرحنا عليك سؤالًا ولم يصلنا رد منك. إذا لم ترد خلال ${daysIn(days)} فسنعتبر أن طلبك قد حُلّ. يمكنك الرد في أي وقت، حتى بعد ذلك، وسنتابع معك.`,
  },
  rating: {
    heading: 'ما تقييمك لمساعدتنا؟',
    body: 'تم حل طلبك. كيف كانت التجربة؟ يُرجى اختيار إجابة، ويمكنك إضافة بضع كلمات في الصفحة التي ستُفتح قبل إرسالها.',
    again: 'يمكنك تغيير إجابتك خلال سبعة أيام.',
    score: { 1: 'سيئ جدًا', 2: 'سيئ', 3: 'مقبول', 4: 'جيد', 5: 'جيد جدًا' },
  },
  assigned: {
    heading: 'هذه التذكرة لك',
    by: (actor) => `أسندها إليك ${actor}.`,
    byRouting: 'وُجّهت إليك تلقائيًا.',
    why: 'سبب اختيارك:',
  },
  code: {
    subject: (company) => `رمزك لدى ${company}`,
    heading: 'رمزك',
    body: (minutes) =>
      `يُرجى إدخاله في الصفحة التي طلبته منها. الرمز صالح لمرة واحدة ولمدة ${counted(minutes, {
        zero: 'لحظات',
        one: 'دقيقة واحدة',
        two: 'دقيقتين',
        few: `${minutes} دقائق`,
        many: `${minutes} دقيقة`,
        other: `${minutes} دقيقة`,
      })}.`,
    requestedFrom: (place, address) => `طُلب للعنوان ${address} من ${place}.`,
    requestedFor: (address) => `طُلب للعنوان ${address}.`,
    ignore:
      'إذا لم يكن هذا الطلب منك، يُرجى تجاهل هذه الرسالة. يُرجى عدم إطلاع أحد على الرمز؛ فنحن لا نطلبه أبدًا.',
  },
  invitation: {
    subject: (company) => `حسابك لدى ${company}`,
    heading: 'حسابك جاهز',
    body: 'يكفي اختيار كلمة مرور للبدء.',
    action: 'اختيار كلمة مرور',
    expires: (days) =>
      `الرابط صالح لمرة واحدة ولمدة ${counted(days, {
        zero: 'أقل من يوم',
        one: 'يوم واحد',
        two: 'يومين',
        few: `${days} أيام`,
        many: `${days} يومًا`,
        other: `${days} يوم`,
      })}.`,
    ignore: 'إذا لم يكن لديك علم بهذا الحساب، يُرجى تجاهل هذه الرسالة.',
  },
  passwordReset: {
    subject: (company) => `كلمة مرور جديدة لدى ${company}`,
    heading: 'اختيار كلمة مرور جديدة',
    body: 'طُلبت كلمة مرور جديدة لحسابك.',
    action: 'اختيار كلمة مرور جديدة',
    expires: (hours) =>
      `الرابط صالح لمرة واحدة ولمدة ${counted(hours, {
        zero: 'أقل من ساعة',
        one: 'ساعة واحدة',
        two: 'ساعتين',
        few: `${hours} ساعات`,
        many: `${hours} ساعة`,
        other: `${hours} ساعة`,
      })}.`,
    ignore: 'إذا لم يكن هذا الطلب منك، يُرجى تجاهل هذه الرسالة: ستبقى كلمة مرورك كما هي.',
  },
  emailChanged: {
    subject: (company) => `تغيّر عنوانك لدى ${company}`,
    heading: 'أصبح لحسابك عنوان آخر',
    body: 'من الآن فصاعدًا يكون تسجيل الدخول بالعنوان الجديد وتُرسل الرسائل إليه. لم يعد هذا العنوان مستخدمًا.',
    notYou: 'إذا لم يكن هذا التغيير منك، يُرجى إبلاغ القائمين على خدمة العملاء فورًا.',
  },
  digest: {
    subject: (count, company) =>
      `${counted(count, {
        zero: 'لا إشعارات غير مقروءة',
        one: 'إشعار واحد غير مقروء',
        two: 'إشعاران غير مقروءين',
        few: `${count} إشعارات غير مقروءة`,
        many: `${count} إشعارًا غير مقروء`,
        other: `${count} إشعار غير مقروء`,
      })} لدى ${company}`,
    heading: (count) =>
      counted(count, {
        zero: 'لا إشعارات غير مقروءة',
        one: 'لديك إشعار لم يُقرأ بعد',
        two: 'لديك إشعاران لم يُقرآ بعد',
        few: 'لديك إشعارات لم تُقرأ بعد',
        many: 'لديك إشعارات لم تُقرأ بعد',
        other: 'لديك إشعارات لم تُقرأ بعد',
      }),
    line: {
      mention: (actor) => `أشار إليك ${actor ?? 'أحدهم'} في ملاحظة`,
      assigned: (actor) => (actor ? `أسند إليك ${actor} تذكرة` : 'وُجّهت إليك تذكرة'),
      customer_message: (actor) => `كتب ${actor ?? 'العميل'} في تذكرتك`,
      colleague_message: (actor) => `كتب ${actor ?? 'أحد الزملاء'} في تذكرتك`,
      followed: (actor) => (actor ? `غيّر ${actor} تذكرة ضمن متابعاتك` : 'تغيّرت تذكرة ضمن متابعاتك'),
      promise_due: () => 'لم يصل رد حتى الموعد المحدد للمتابعة',
      low_rating: (actor) => `${actor ?? 'عميل'} غير راضٍ عن المساعدة`,
      mailbox_down: () => 'تعذّر جلب بريد الصندوق',
      mailbox_up: () => 'عاد جلب بريد الصندوق إلى العمل',
      stopped: () => 'أُوقفت إحدى رسائلك وهي بانتظارك',
    },
    why: 'وصلتك هذه الرسالة لأنه بقي غير مقروء لمدة عشر دقائق.',
    choose: 'لاختيار ما يصلك من إشعارات وكيفية وصولها:',
  },
  test: {
    subject: (company) => `رسالة اختبار من ${company}`,
    heading: 'البريد يعمل',
    body: 'سلكت هذه الرسالة المسار الذي تسلكه كل رسالة: سُجّلت أولًا، ثم سلّمتها عملية worker إلى خادم البريد.',
    ignore: 'وصلتك هذه الرسالة لأنك طلبتها من صفحة النظام أو أثناء الإعداد.',
  },
};
