package io.deskpulse.metrics.privacy;

import io.deskpulse.metrics.privacy.PersonalPatterns.PersonalPattern;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What e-mail addresses, accounts of messengers, and numbers of orders and buyers look like in a text of one spelling. */
final class AccountPatterns {
    private static final String MESSENGER =
            "(?:[微薇威徽维围溦][^\\p{L}\\p{N}\\n]{0,3}[信❤芯❣♥♡]|[薇溦]心|微\\s?x|v\\s?信|(?<![a-z])v一下|我v(?![a-z])|[v加+➕]\\s?[微薇威](?!信)|我微(?!信)|[v薇微][❤♥❣♡]|绿泡泡|扣扣|抠抠|蔻蔻"
                    + "|(?:卫星|球球)(?=号|\\s?[:=])|企鹅|支付宝|抖音|小红书|旺旺"
                    + "|(?<![a-z])(?:v[^a-z0-9\\n]{0,2}x|wx|v(?=\\s?[:=])|q(?=\\s?[:=]|号|是)|w-?e[ .\\-]?-?c-?h-?a-?t|wei ?xin(?: ?hao)?|qq|q q"
                    + "|whatsapp|telegram|tg|skype|line id|my line|my snap|signal(?= me|:)|kakao|alipay|instagram|insta|ig|tiktok|snapchat"
                    + "|discord|viber|facebook|ins)(?![a-z]))";
    private static final String IS = "\\s{0,2}(?:的)?(?:号码|号|账号|id|账户|account|name|number|no\\.?)?\\s{0,2}"
            + "(?:is|:|=|是|为|-|→|就是|加|~|\\.)?\\s{0,3}[\"'“‘(@]?";
    /** Whatever may stand between the name of a messenger and an account in it, and says nothing else. */
    private static final String GLUE =
            "(?:[\\s\"'“‘(\\[<{【@:=,\\-→>~.)]|live:|[a-z]{2,12}(?=[:=])|/(?:手机|电话|line|qq|phone)|\\([^()\\n]{1,20}\\)|号码|搜索|联系|[号账的是为叫就我你加搜索查找联系私聊吧哦呢下一个请可以也同]"
                    + "|(?:id|account|name|number|no|handle|is|it'?s|it’s|my|under|as|me|at|on|the)(?![a-z0-9])){0,12}?";
    /** Words that follow the name of a messenger and are no account. */
    private static final String NO_ACCOUNT =
            "(?!(?i:is|broken|broke|not|isn|down|group|pay|payment|wallet|support|chat|message|messages|login|works?|working|doesn|does|did|"
                    + "can|cannot|will|was|has|had|the|this|that|and|for|with|from|store|shop|video|call|calls|account|accounts"
                    + "|transfer|customer|service|official|mini|program|refund|please|only|instead|already|never|still|stopped)\\b)";

    private static final String ACCOUNT = "(?<it>[A-Za-z0-9][A-Za-z0-9_\\-.]{3,29}(?:#\\d{4})?)";
    /** One that no word looks like. */
    private static final String ODD_ACCOUNT = "(?=[A-Za-z.]{0,29}[0-9_\\-])" + ACCOUNT;
    /** One that is no number either. */
    private static final String ODD_NAME = "(?<![a-z0-9])(?=[a-z])" + ODD_ACCOUNT;

    private static final String DIGIT = "[\\d零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]";
    private static final String OPEN = "[#(\\[{<【*_\\-~\"“'‘]";
    private static final String CLOSE = "[#)\\]}>】*_\\-~\"”“'’]";
    private static final String AT = "\\s?(?:@{1,3}|" + OPEN + "{1,2}\\s?(?:@|at|a)\\s?" + CLOSE
            + "{1,2}|&#64;|艾特|小老鼠|圈a| at the rate(?: of)? )\\s?";
    private static final String DOT = "\\s?(?:[.。,点]|" + OPEN + "\\s?(?:dot|\\.|点)\\s?" + CLOSE + "| dot )\\s?";
    private static final String LOCAL = "[a-z0-9._%+\\-]{1,64}?";
    /** Whose addresses are known though a sign in them is missing or another. */
    private static final String PROVIDER =
            spaced("qq|163|126|sina|sohu|foxmail|gmail|hotmail|outlook|yahoo|icloud|aliyun|yeah|protonmail");

    private static final String END = "(?:com|cn|net|org)";

    private static final String DATE = "(?!20\\d\\d(?:[\\-./年]\\d{1,2}|(?:0[1-9]|1[0-2])[0-3]\\d(?!\\d)))";
    private static final String ORDER_WORD =
            "(?<![a-z])(?:purchase order|orders?|invoice|tracking|parcel|shipment|waybill|booking|confirmation"
                    + "|reference|receipt|rma)(?![a-z])";
    private static final String ORDER_IS =
            "(?:[\\s:#=,(\"'“.\\-]|(?:number|num|no|nr|id|ref|reference|code|is|are|was)(?![a-z])){0,9}?";
    private static final String ORDER_ZH = "(?:订\\s?单|运\\s?单|单\\s?号)";
    private static final String ORDER_IS_ZH = "(?:[\\s:#=(,\"'“\\-]|单|编号|号码|号|尾号|[的是为就我]|这个|那个|前面|后面){0,9}?";
    private static final String SPELLED =
            "(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)[\\s,\\-]{0,3}){5,30}";

    /** Names of messengers, as all patterns with one begin. */
    static final Pattern MESSENGERS = Pattern.compile("(?i)" + MESSENGER);

    private final List<PersonalPattern> patterns;

    private AccountPatterns(List<PersonalPattern> patterns) {
        this.patterns = patterns;
    }

    /** Adds all of them, in the order in which they are looked for. */
    static void addTo(List<PersonalPattern> patterns) {
        AccountPatterns added = new AccountPatterns(patterns);
        added.mails();
        added.orders();
        added.buyers();
        added.messengers();
    }

    private void mails() {
        add(
                "[A-Za-z0-9._%+\\-]{1,64}(?i:" + AT + ")[A-Za-z0-9\\-]{1,63}(?i:" + DOT
                        + "[A-Za-z0-9\\-]{1,63}){0,3}?(?i:" + DOT + ")(?:[A-Za-z]{2,10}|(?i:c0m))",
                "[email]",
                t -> t.hasAny("@", "at", "艾特", "小老鼠", "圈a", "a)", "a]", "a}", "&#64;"));
        add(
                "(?i)[a-z0-9._%+\\-]{1,64}\\s(?:at)\\s[a-z0-9\\-]{1,63}(?:\\s(?:dot)\\s[a-z0-9\\-]{2,63}){1,3}",
                "[email]", t -> t.hasAny("dot"));
        add(
                "(?i)" + LOCAL + "(?:\\s?[@#*]\\s?|[\\s\\-]at[\\s\\-])" + PROVIDER + "(?:" + DOT + "|\\s|-dot-)" + END
                        + "(?![a-z])",
                "[email]",
                t -> t.hasAny("@", "#", "*", " at ", "-at-") && t.hasAny("com", "cn", "net", "org"));
        add("[A-Za-z0-9._%+\\-]{1,64}AT(?i:" + PROVIDER + ")DOT(?i:" + END + ")", "[email]", t -> t.hasAny("dot"));
        add("(?i)" + LOCAL + "\\s?@\\s?" + PROVIDER + "(?![a-z0-9])", "[email]", t -> t.hasAny("@"));
    }

    private static String spaced(String names) {
        return "(?:" + names.replaceAll("(?<=[a-z0-9])(?=[a-z0-9])", "\\\\s?") + ")";
    }

    private void orders() {
        add(
                "(?i)(?:订单编号|订单号码|订单号|订单|单号|运单号|快递单号|物流单号|order\\s?(?:number|no\\.?|id|#|num)|order(?=\\s?#)"
                        + "|tracking\\s?(?:number|no\\.?|id)?)\\s?(?:is|是|为|:|#|=)?\\s?[#\"'“]?" + DATE
                        + "(?<it>(?=[A-Za-z0-9\\-_ ]*\\d[A-Za-z0-9\\-_ ]*\\d[A-Za-z0-9\\-_ ]*\\d)[A-Za-z0-9](?:[\\-_ ]?[A-Za-z0-9]){5,29})",
                "[order]",
                t -> t.hasDigits(3) && t.hasAny("单", "order", "tracking"));
        add(
                "(?i)" + ORDER_WORD + ORDER_IS + DATE
                        + "(?<![a-z0-9])(?<it>(?=(?:[a-z\\-]*\\d){3})[a-z0-9](?:-?[a-z0-9]){5,29})(?![a-z0-9])",
                "[order]",
                t -> t.hasDigits(3)
                        && t.hasAny(
                                "order",
                                "invoice",
                                "tracking",
                                "parcel",
                                "shipment",
                                "waybill",
                                "booking",
                                "confirmation",
                                "reference",
                                "receipt",
                                "rma"));
        add(
                "(?i)(?:" + ORDER_ZH + "|快递|物流|售后|退款|退货|换货|包裹)" + ORDER_IS_ZH + DATE
                        + "(?<it>(?=[a-z\\-]{0,6}\\d[\\d\\-]{5})[a-z0-9](?:[\\- ]?[a-z0-9]){6,29})",
                "[order]",
                t -> t.hasDigits(6) && t.hasAny("单", "快递", "物流", "售后", "退款", "退货", "换货", "包裹"));
        add(
                ORDER_ZH + ORDER_IS_ZH + DATE + "(?<it>" + DIGIT + "(?:[ \\-]?" + DIGIT + "){5,29})",
                "[order]",
                t -> t.hasAny("单"));
        add(
                "(?i)" + ORDER_WORD + ORDER_IS + "(?<it>" + SPELLED + ")",
                "[order]",
                t -> t.hasAny("order", "tracking", "invoice", "booking", "reference"));
    }

    private void buyers() {
        add("\\b[0-9a-f]{32}\\b", "[buyer]", t -> t.hasHexadecimals(32));
        add(
                "(?i)(?<![a-z0-9])(?:tb\\d{6,}(?:_\\d{2,4})?|jd_[0-9a-z]{8,})(?![a-z0-9])",
                "[buyer]",
                t -> t.hasAny("tb", "jd_"));
        add(
                "(?i)(?:会员名|会员号|买家号|买家\\s?id|用户名|用户id|昵称|淘宝id|buyer\\s?id|user\\s?(?:name|id)|customer\\s?id|member\\s?id|taobao\\s?id|my\\s?id)"
                        + "\\s?(?:is|是|为|:|=)?\\s?[\"'“]?(?<it>[A-Za-z0-9_*\\-]{4,40})",
                "[buyer]",
                t -> t.hasAny("会员", "买家", "用户", "昵称", "淘宝")
                        || (t.hasAny("id", "name") && t.hasAny("buyer", "user", "customer", "member", "taobao", "my")));
        add(
                "(?:会员名|昵称|旺旺名|旺旺号|买家(?i:id)|用户名|淘宝名|网名)\\s?(?:[:是叫=]\\s?|\\s)(?!什么|啥|谁|多少|不|哪|怎|否|有|没|错|空)"
                        + "(?<it>[\\p{IsHan}A-Za-z0-9_]{2,20})",
                "[buyer]",
                t -> t.hasAny("会员名", "昵称", "旺旺", "买家", "用户名", "淘宝名", "网名"));
        add(
                "(?i)(?:账号|账户|账户名|登录名|(?:用户|客户|会员|买家)卡?编?号)\\s?(?:[:是为叫=]\\s?){0,2}(?<it>(?=[a-z]{0,20}[0-9_])[a-z0-9_\\-]{5,30})",
                "[buyer]",
                t -> t.hasAny("账号", "账户", "登录名", "用户", "客户", "会员", "买家") && (t.hasDigits(1) || t.hasAny("_")));
        add(
                "(?i)(?<![a-z])(?:buyer|user|customer|member|client|account|login|profile)[ \\-_]?(?:id|name|number|no\\.?|#)?\\s?(?:is|:|=|#|(?:on|for|at|in|with) [^.,:;\\n]{1,30}? is)?\\s?"
                        + "(?<![a-z0-9])(?<it>(?=[a-z]{0,20}[\\-_]?[a-z]{0,20}\\d)(?=[a-z_\\-]|\\d{5})[a-z0-9_\\-]{6,40})(?![a-z0-9])",
                "[buyer]",
                t -> t.hasDigits(1)
                        && t.hasAny("buyer", "user", "customer", "member", "client", "account", "login", "profile"));
    }

    private void messengers() {
        add("(?i)(?<![a-z0-9])wxid_[a-z0-9]{6,}", "[account]", t -> t.hasAny("wxid_"));
        add(
                "(?i)\\b(?:t|wa|m|fb|line|instagram|facebook)\\.(?:me|com)/[~@]?(?<it>[a-z0-9_.+\\-]{3,40})",
                "[account]",
                t -> t.hasAny("/"));
        add(
                "(?i)" + MESSENGER + IS + NO_ACCOUNT + ODD_ACCOUNT,
                "[account]",
                t -> t.hasMessenger() && (t.hasDigits(1) || t.hasAny("_", "-")));
        add(
                "(?i)" + MESSENGER + GLUE + NO_ACCOUNT + ODD_NAME,
                "[account]",
                t -> t.hasMessenger() && (t.hasDigits(1) || t.hasAny("_", "-")));
        add(
                "(?i)" + MESSENGER + "\\s{0,2}(?:号码|号|账号|id|account|name)?\\s{0,2}(?:is|:|=|是|为)\\s{0,3}[\"'“‘(]?"
                        + NO_ACCOUNT + ACCOUNT,
                "[account]",
                TextTraits::hasMessenger);
        add(
                "(?i)(?:加我|加v|加微|\\+v|\\+微|add me (?:on|at)?)\\s?:?\\s?(?<it>(?=[a-z0-9_\\-]*[0-9_])[a-z][a-z0-9_\\-]{4,19})",
                "[account]",
                t -> (t.hasDigits(1) || t.hasAny("_")) && t.hasAny("加我", "加v", "加微", "+v", "+微", "add me "));
        add(
                "(?i)\\badd (?:me|us) (?:on|at) " + MESSENGER + "[ :@]{0,3}" + NO_ACCOUNT + ACCOUNT,
                "[account]",
                t -> t.hasAny("add me ", "add us "));
        add("(?i)" + MESSENGER + "\\s{0,2}:?\\s{0,2}@" + ACCOUNT, "[account]", t -> t.hasAny("@") && t.hasMessenger());
        add(
                "(?i)(?:" + MESSENGER + "|加q)(?:群|联系|搜索?)?" + IS + "(?<it>" + DIGIT + "(?:[ \\-.·_]{0,2}" + DIGIT
                        + "){4,11})(?!" + DIGIT + ")",
                "[account]",
                t -> t.hasMessenger() || t.hasAny("加q"));
    }

    private void add(String pattern, String label, Predicate<TextTraits> isPossible) {
        patterns.add(new PersonalPattern(Pattern.compile(pattern), label, isPossible));
    }
}
