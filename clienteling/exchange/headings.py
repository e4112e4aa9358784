"""Know by which headings a field goes in shops' own files, in the languages of their tills."""

import re
import unicodedata

from clienteling.exchange.fields import Field, FileKind

_CLIENT_NAMES: dict[Field, str] = {
    Field.EXTERNAL_ID: (
        "id|customer id|client id|customer code|customer number|client number|client no|"
        "customer no|client code|reference id|square customer id|external id|contact id|"
        "numero client|n client|no client|code client|id client|identifiant|codice cliente|"
        "id cliente|numero cliente|kundennummer|客户编号|客户id|会员编号|客户号|编号|"
        "顧客番号|顧客id|会員番号|顧客コード"
    ),
    Field.FULL_NAME: (
        "name|full name|customer name|client name|customer|client|contact|display name|"
        "nom complet|nom et prenom|nom prenom|client e|nome e cognome|nominativo|"
        "nome completo|cliente|ragione sociale|姓名|名字|客户姓名|客户名称|客户|氏名|お名前|"
        "名前|顧客名|会員名"
    ),
    Field.GIVEN: (
        "first name|given name|forename|christian name|firstname|fname|prenom|nome|vorname|"
        "名|名字名|名前名|名 given|first"
    ),
    Field.MIDDLE: ("middle name|second name|additional name|middle|deuxieme prenom|secondo nome"),
    Field.FAMILY: (
        "last name|family name|surname|lastname|lname|nom|nom de famille|cognome|nachname|姓|"
        "姓氏|苗字|last"
    ),
    Field.NATIVE: (
        "native name|name in chinese|chinese name|name in native script|中文名|中文姓名|"
        "漢字氏名|nom d origine|nome originale"
    ),
    Field.PHONETIC: (
        "phonetic name|furigana|kana|name kana|pinyin|yomi name|フリガナ|ふりがな|カナ|"
        "氏名カナ|カナ氏名|拼音|phonetic first name"
    ),
    Field.NICKNAME: "nickname|preferred name|known as|surnom|soprannome|昵称|ニックネーム",
    Field.SALUTATION: (
        "salutation|title|prefix|name prefix|form of address|civilite|titre|titolo|"
        "appellativo|anrede|称呼|称谓|敬称|honorific"
    ),
    Field.COMPANY: (
        "company|company name|organization|organisation|organization name|business|"
        "account name|default address company|societe|entreprise|azienda|societa|ditta|公司|"
        "公司名称|会社|会社名|勤務先"
    ),
    Field.EMAIL: (
        "email|e mail|email address|e mail address|mail|email 1|courriel|adresse email|"
        "adresse e mail|adresse mail|indirizzo email|posta elettronica|邮箱|电子邮箱|"
        "电子邮件|电邮|メール|メールアドレス|eメール|e mail 2 address|e mail 3 address|"
        "email 2"
    ),
    Field.MOBILE: (
        "mobile|mobile phone|cell|cell phone|cellphone|mobile number|portable|"
        "telephone portable|tel portable|cellulare|handy|手机|手机号|手机号码|移动电话|携帯|"
        "携帯電話|携帯番号"
    ),
    Field.PHONE: (
        "phone|telephone|phone number|tel|telephone number|home phone|primary phone|"
        "business phone|work phone|home phone 2|default address phone|telephone fixe|fixe|"
        "telefono|numero di telefono|numero de telephone|电话|联系电话|电话号码|電話|電話番号"
    ),
    Field.WECHAT: "wechat|wechat id|weixin|微信|微信号|ウィーチャット",
    Field.WHATSAPP: "whatsapp|whatsapp number",
    Field.INSTAGRAM: "instagram|instagram handle|ig",
    Field.STREET: (
        "address|street|address1|address 1|address2|address 2|address line 1|address line 2|"
        "street address|street address 1|street address 2|street2|street 2|home street|"
        "home street 2|home street 3|home address|mailing street|default address address1|"
        "default address address2|physical address1|physical address2|adresse|adresse 1|"
        "adresse 2|rue|complement d adresse|indirizzo|indirizzo 1|indirizzo 2|via|strasse|"
        "地址|详细地址|住所|住所1|住所2|番地"
    ),
    Field.CITY: (
        "city|town|home city|mailing city|default address city|physical city|ville|commune|"
        "citta|comune|localita|ort|stadt|城市|市|市区町村"
    ),
    Field.REGION: (
        "state|province|region|county|province code|state province|home state|mailing state|"
        "default address province code|physical state|departement|provincia|regione|省|省份|"
        "州|都道府県"
    ),
    Field.POSTAL_CODE: (
        "zip|postal code|postcode|zip code|post code|zip postal code|home postal code|"
        "mailing zip postal code|default address zip|physical postcode|code postal|cp|cap|"
        "codice postale|plz|邮编|邮政编码|郵便番号"
    ),
    Field.COUNTRY: (
        "country|country code|country region|home country|mailing country|nation|"
        "default address country code|physical country|pays|code pays|paese|nazione|land|"
        "国家|国家地区|国|国名"
    ),
    Field.BIRTHDAY: (
        "birthday|birthdate|birth date|date of birth|dob|born|date de naissance|naissance|"
        "anniversaire|data di nascita|compleanno|nascita|geburtstag|geburtsdatum|生日|"
        "出生日期|生年月日|誕生日"
    ),
    Field.ANNIVERSARY: (
        "anniversary|wedding anniversary|wedding date|date de mariage|"
        "anniversaire de mariage|anniversario|data di matrimonio|结婚纪念日|纪念日|"
        "結婚記念日|記念日"
    ),
    Field.GENDER: "gender|sex|genre|sexe|sesso|genere|性别|性別",
    Field.LANGUAGE: "language|locale|preferred language|langue|lingua|sprache|语言|言語",
    Field.CARD: (
        "card|card number|loyalty card|loyalty number|membership number|member number|carte|"
        "numero de carte|carte de fidelite|tessera|numero tessera|carta fedelta|会员卡号|"
        "卡号|会員カード番号|カード番号"
    ),
    Field.NOTE: (
        "note|notes|comment|comments|remarks|memo|description|remarque|remarques|commentaire|"
        "commentaires|nota|osservazioni|commenti|bemerkung|备注|说明|備考|メモ|コメント"
    ),
    Field.TAGS: (
        "tags|labels|groups|group|segment|segments|customer group name|group membership|"
        "etiquettes|groupe|categorie client|etichette|gruppo|标签|分组|タグ|グループ"
    ),
    Field.CLIENT_SINCE: (
        "client since|customer since|created|created at|creation date|date added|first visit|"
        "member since|signup date|created utc|date registered|date de creation|cliente dal|"
        "data creazione|data inserimento|创建时间|注册日期|入会日期|登録日|入会日"
    ),
    Field.CONSENT_EMAIL: (
        "accepts email marketing|email marketing|email consent|email opt in|"
        "email subscription status|newsletter|accepts marketing email|accord email|"
        "opt in email|consenso email|接受邮件营销|メール配信|メルマガ"
    ),
    Field.CONSENT_SMS: (
        "accepts sms marketing|sms consent|sms opt in|opt in sms|accord sms|consenso sms|"
        "接受短信营销|sms配信"
    ),
    Field.CONSENT_PHONE: (
        "phone consent|call consent|opt in phone|opt in telephone|consenso telefono"
    ),
    Field.CONSENT_POST: (
        "mail consent|post consent|opt in post|opt in courrier|dm|consenso posta|dm可否"
    ),
    Field.CONSENT_ANY: (
        "accepts marketing|marketing consent|opt in|marketing|consent|gdpr|rgpd|consentement|"
        "consentement marketing|accord marketing|consenso|consenso marketing|营销同意|"
        "营销许可|案内可否|同意"
    ),
}
"""Headings in files of clients: English, French, Italian, German, Chinese, Japanese."""

_PURCHASE_NAMES: dict[Field, str] = {
    Field.RECEIPT: (
        "receipt|receipt no|receipt number|receipt id|order|order id|order no|order number|"
        "order name|transaction|transaction id|transaction no|invoice|invoice no|"
        "invoice number|basket id|ticket|ticket no|sale id|sale number|bill no|document|"
        "numero ticket|n ticket|numero de commande|commande|facture|numero facture|scontrino|"
        "numero scontrino|fattura|ordine|numero ordine|bon|bonnummer|kassenbon|beleg|"
        "belegnummer|rechnung|rechnungsnummer|bestellung|bestellnummer|小票号|订单号|订单编号|单号|"
        "流水号|レシート番号|伝票番号|注文番号|取引番号"
    ),
    Field.CLIENT_REF: (
        "customer id|client id|customer|client|customer code|customer number|client number|"
        "client no|customer no|household id|member id|member number|client code|card number|"
        "loyalty number|cust|custid|cust id|code client|numero client|id client|"
        "codice cliente|id cliente|kundennummer|客户编号|客户id|会员编号|会员卡号|顧客番号|"
        "顧客id|会員番号|顧客コード"
    ),
    Field.CLIENT_NAME: (
        "customer name|client name|name|full name|billing name|nom client|nom du client|"
        "nome cliente|nominativo|客户姓名|客户名称|姓名|客户|顧客名|氏名|お客様名"
    ),
    Field.CLIENT_EMAIL: (
        "email|e mail|customer email|client email|email client|email address|courriel|"
        "email cliente|邮箱|电子邮箱|メール|メールアドレス"
    ),
    Field.CLIENT_PHONE: (
        "phone|mobile|customer phone|client phone|telephone|telephone client|telefono|"
        "telefono cliente|电话|手机|手机号|電話番号|携帯電話"
    ),
    Field.SOLD_ON: (
        "date|sold on|sale date|purchase date|transaction date|order date|created at|"
        "date time|datetime|timestamp|transaction timestamp|paid at|day|invoice date|"
        "date de vente|date d achat|date vente|date de commande|date facture|data|"
        "data vendita|data acquisto|data ordine|datum|日期|销售日期|购买日期|交易日期|"
        "订单日期|下单时间|日付|購入日|売上日|取引日|販売日"
    ),
    Field.SOLD_TIME: "time|hour|sale time|transaction time|heure|ora|时间|時刻|時間",
    Field.STORE: (
        "store|store id|shop|boutique|location|store name|store code|outlet|branch|magasin|"
        "point de vente|negozio|punto vendita|filiale|店铺|门店|店名|店舗|店舗名|店舗コード"
    ),
    Field.SKU: (
        "sku|item|item code|product id|product code|style|style no|article|article no|"
        "barcode|ean|gtin|upc|lineitem sku|item number|reference|ref|code article|"
        "reference produit|codice|codice articolo|codice prodotto|articolo|artikelnummer|"
        "商品编号|货号|款号|条码|商品编码|商品コード|品番|商品番号"
    ),
    Field.DESCRIPTION: (
        "description|product|product name|item name|item description|lineitem name|"
        "product title|title|designation|libelle|produit|nom du produit|descrizione|prodotto|"
        "nome prodotto|bezeichnung|商品|商品名称|品名|商品名|製品名"
    ),
    Field.QUANTITY: (
        "quantity|qty|units|count|pieces|number of cds|cds|lineitem quantity|quantite|qte|"
        "quantita|qta|pezzi|menge|anzahl|数量|件数|個数|点数"
    ),
    Field.UNIT_PRICE: (
        "unit price|price|price each|lineitem price|item price|prix|prix unitaire|pu|prezzo|"
        "prezzo unitario|preis|单价|价格|単価|価格"
    ),
    Field.LINE_TOTAL: (
        "total|amount|line total|net amount|net sales|sales|sales value|dollar value|value|"
        "revenue|line amount|subtotal|extended price|total paid|paid|net|montant|montant ttc|"
        "total ttc|montant net|importo|totale|netto|totale riga|betrag|summe|金额|总价|合计|"
        "实付金额|成交金额|金額|合計|売上金額|小計"
    ),
    Field.DISCOUNT: (
        "discount|line discount|lineitem discount|discount amount|remise|rabais|sconto|"
        "rabatt|折扣|优惠|折扣金额|値引|割引|値引額"
    ),
    Field.TAX: "tax|vat|sales tax|taxes|gst|tva|taxe|iva|imposta|mwst|税|税额|税金|消費税",
    Field.CURRENCY: ("currency|currency code|devise|monnaie|valuta|divisa|wahrung|币种|货币|通貨"),
    Field.STAFF: (
        "staff|sales person|salesperson|sales associate|associate|employee|cashier|adviser|"
        "advisor|seller|server|sold by|vendeur|vendeuse|conseiller|conseillere|venditore|"
        "addetto|commesso|verkaufer|导购|销售员|销售|店员|担当|担当者|販売員"
    ),
    Field.WEARER: (
        "wearer|for whom|recipient|gift for|worn by|beneficiaire|porte par|destinatario|"
        "indossato da|使用人|穿着者|着用者"
    ),
    Field.RETURN_FLAG: (
        "return|returned|is return|refund|transaction type|sale type|type|retour|"
        "type de transaction|reso|tipo|退货|交易类型|返品|取引区分|区分"
    ),
    Field.CHANNEL: "channel|sales channel|source|canal|canale|渠道|販路|チャネル",
    Field.ORDER_STATUS: ("status|order status|financial status|statut|stato|状态|訂單状态|状態"),
    Field.REFUNDED: (
        "refunded amount|refunded|montant rembourse|importo rimborsato|退款金额|返金額"
    ),
    Field.LINE_MARK: "line of receipt leave",
}
"""Headings in files of purchases."""


def fold_heading(text: str) -> str:
    """Bring a heading to the form in which headings are compared.

    >>> fold_heading("Accepts_E-Mail Marketing?"), fold_heading("Prénom")
    ('accepts e mail marketing', 'prenom')
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", text)
    wide = unicodedata.normalize("NFKD", spaced).casefold()
    # Marks that NFKD takes off kana (dakuten) are part of the letter and are put back.
    bare = "".join(
        letter for letter in wide if not unicodedata.combining(letter) or letter in "\u3099\u309a"
    )
    return " ".join(re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", bare)).split())


def headings_of(kind: FileKind) -> dict[str, Field]:
    """Return the folded headings that name a field in files of this kind."""
    names = _CLIENT_NAMES if kind is FileKind.CLIENTS else _PURCHASE_NAMES
    return {
        fold_heading(word): field for field, words in names.items() for word in words.split("|")
    }
