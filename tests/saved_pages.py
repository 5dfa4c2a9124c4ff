"""Saved pages for tests: four paragraphs about a harbour in a language, and whatever a test puts among them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from digest.read.page import PageReading, read_page
from digest.read.report import Report

TEXTS = {
    "it": (
        "Il porto nuovo",
        "Il consiglio comunale ha approvato giovedì il progetto del nuovo porto dopo due anni di discussioni.",
        "«Costruiremo il porto insieme», ha detto la sindaca Anna Rossi.",
        "I pescatori dei villaggi del nord avevano chiesto una banchina più lunga e acque più profonde.",
        "I lavori cominceranno in primavera e dureranno tre anni, secondo il comunicato del consiglio.",
    ),
    "pt": (
        "O novo porto",
        "A câmara municipal aprovou na quinta-feira o plano do novo porto, depois de dois anos de debate.",
        "“Vamos construir o porto juntos”, disse a presidente Ana Prado.",
        "Os pescadores das aldeias do norte tinham pedido um cais mais longo e águas mais profundas.",
        "As obras começam na primavera e vão durar três anos, segundo o comunicado da câmara.",
    ),
    "pl": (
        "Nowy port",
        "Rada miasta przyjęła w czwartek plan nowego portu po dwóch latach sporów między partiami.",
        "„Zbudujemy port razem” – powiedziała burmistrz Anna Nowak.",
        "Rybacy z północnych wsi prosili o dłuższe nabrzeże i głębszą wodę przy starej latarni.",
        "Prace rozpoczną się wiosną i potrwają trzy lata, wynika z komunikatu rady miasta.",
    ),
    "tr": (
        "Yeni liman",
        "Belediye meclisi perşembe günü iki yıllık tartışmanın ardından yeni liman planını kabul etti.",
        "Belediye Başkanı Ayşe Demir, “Limanı birlikte kuracağız” dedi.",
        "Kuzey köylerinin balıkçıları eski fenerin yanında daha uzun bir rıhtım istemişti.",
        "Meclisin açıklamasına göre çalışmalar ilkbaharda başlayacak ve üç yıl sürecek.",
    ),
    "uk": (
        "Новий порт",
        "Міська рада в четвер ухвалила план нового порту після двох років суперечок між партіями.",
        "«Ми збудуємо порт разом», — сказала мерка Анна Коваль.",
        "Рибалки з північних сіл просили довшого причалу та глибшої води біля старого маяка.",
        "Роботи почнуться навесні й триватимуть три роки, ідеться в повідомленні ради.",
    ),
    "ja": (
        "新しい港",
        "市議会は木曜日、二年間の議論のすえ新しい港の計画を承認した。",
        "田中市長は「港を一緒に造る」と述べた。",
        "北部の村の漁師たちは古い灯台の近くにより長い岸壁を求めていた。",
        "市議会の発表によると、工事は春に始まり三年かかる見通しだ。",
    ),
    "ko": (
        "새 항구",
        "시의회는 이 년 동안의 논의 끝에 목요일 새 항구 계획을 승인했다.",
        "김민수 시장은 “항구를 함께 짓겠다”고 말했다.",
        "북부 마을의 어부들은 오래된 등대 근처에 더 긴 부두를 요구해 왔다.",
        "시의회 발표에 따르면 공사는 봄에 시작되어 삼 년이 걸릴 전망이다.",
    ),
    "ar": (
        "الميناء الجديد",
        "وافق مجلس المدينة يوم الخميس على خطة الميناء الجديد بعد عامين من النقاش بين الأحزاب.",
        "وقالت رئيسة البلدية ليلى حداد: «سنبني الميناء معا».",
        "وكان الصيادون في القرى الشمالية قد طلبوا رصيفا أطول ومياها أعمق قرب المنارة القديمة.",
        "وتبدأ الأعمال في الربيع وتستمر ثلاث سنوات حسب ما جاء في بيان المجلس.",
    ),
    "el": (
        "Το νέο λιμάνι",
        "Το δημοτικό συμβούλιο ενέκρινε την Πέμπτη το σχέδιο του νέου λιμανιού μετά από δύο χρόνια.",
        "«Θα χτίσουμε το λιμάνι μαζί», είπε η δήμαρχος Άννα Παππά.",
        "Οι ψαράδες των βόρειων χωριών είχαν ζητήσει μεγαλύτερη προβλήτα κοντά στον παλιό φάρο.",
        "Τα έργα θα αρχίσουν την άνοιξη και θα διαρκέσουν τρία χρόνια, σύμφωνα με το συμβούλιο.",
    ),
    "sv": (
        "Den nya hamnen",
        "Kommunfullmäktige godkände i torsdags planen för den nya hamnen efter två års debatt.",
        "”Vi bygger hamnen tillsammans”, sade kommunalrådet Anna Lind.",
        "Fiskarna i de norra byarna hade bett om en längre kaj och djupare vatten vid den gamla fyren.",
        "Arbetet börjar i vår och pågår i tre år, enligt kommunens meddelande.",
    ),
    "hi": (
        "नया बंदरगाह",
        "नगर परिषद ने दो साल की बहस के बाद गुरुवार को नए बंदरगाह की योजना को मंज़ूरी दे दी।",
        "महापौर सुनीता देवी ने कहा, “हम बंदरगाह मिलकर बनाएँगे।”",
        "उत्तरी गाँवों के मछुआरों ने पुराने प्रकाशस्तंभ के पास लंबे घाट की माँग की थी।",
        "परिषद के बयान के अनुसार काम वसंत में शुरू होगा और तीन साल चलेगा।",
    ),
    "he": (
        "הנמל החדש",
        "מועצת העיר אישרה ביום חמישי את תוכנית הנמל החדש אחרי שנתיים של ויכוח בין הסיעות.",
        "ראש העיר רונית לוי אמרה: ״נבנה את הנמל ביחד״.",
        "הדייגים מכפרי הצפון ביקשו רציף ארוך יותר ומים עמוקים יותר ליד המגדלור הישן.",
        "העבודות יתחילו באביב ויימשכו שלוש שנים, כך נמסר מהמועצה.",
    ),
}


def paragraphs(language: str) -> list[str]:
    return list(TEXTS[language][1:])


def a_saved_page(
    language: str,
    *,
    head: str = "",
    inside: str = "",
    behind: str = "",
    after: str = "",
    attributes: str = "",
) -> str:
    """Return a page: `inside` stands behind the second paragraph, `behind` the last, `after` the article."""
    title, *texts = TEXTS[language]
    texts = [f"<p>{text}</p>" for text in texts]
    return (
        f'<!DOCTYPE html><html lang="{language}" {attributes}><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{texts[0]}{texts[1]}{inside}{texts[2]}{texts[3]}{behind}</article>{after}</body></html>"
    )


def reading(source: str) -> tuple[PageReading, list[str]]:
    """Return what is read of a page, and what was told of it."""
    report = Report("p.html", ZoneInfo("UTC"))
    return read_page(source, report), [problem.message for problem in report.problems]


def kept(source: str) -> list[str]:
    return [passage.text for passage in reading(source)[0].passages]


def declared(language: str, *, head: str = "", inside: str = "") -> str:
    """Return a page that says it is in `language`."""
    return a_saved_page("it", head=head, inside=inside).replace('lang="it"', f'lang="{language}"')
