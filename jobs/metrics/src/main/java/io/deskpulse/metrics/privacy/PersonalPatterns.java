package io.deskpulse.metrics.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What personal data other than numbers looks like in a text of one spelling ({@link ShadowText}), and the label of each. */
final class PersonalPatterns {
    /** Label of what people are called. */
    static final String NAME = "[name]";

    private static final String MESSENGER = "(?:微信|微 信|[薇威徽维][信❤芯❣]|微x|v信|v❤|扣扣|企鹅|支付宝|抖音|小红书|旺旺"
            + "|(?<![a-z])(?:vx|wx|w[ .]x|v(?=\\s?[:：])|wechat|we chat|weixin|qq|q q|whatsapp|telegram|tg|skype|line id|kakao|alipay"
            + "|instagram|insta|ig|tiktok|snapchat|discord|viber|facebook|ins)(?![a-z]))";
    private static final String IS = "\\s{0,2}(?:的)?(?:号码|号|账号|帐号|id|ID|账户|account|name|number|no\\.?)?\\s{0,2}"
            + "(?:is|:|=|是|为|：|-|→|就是|加|~|\\.)?\\s{0,3}[\"'“‘(@]?";
    /** Words that follow the name of a messenger and are no account. */
    private static final String NO_ACCOUNT =
            "(?!(?i:is|broken|broke|not|isn|down|group|pay|payment|wallet|support|chat|message|messages|login|works?|working|doesn|does|did|"
                    + "can|cannot|will|was|has|had|the|this|that|and|for|with|from|store|shop|store|video|call|calls|account|accounts"
                    + "|transfer|customer|service|official|mini|program|refund|please|only|instead|already|never|still|stopped)\\b)";

    private static final String ACCOUNT = "(?<it>[A-Za-z0-9][A-Za-z0-9_\\-.]{3,29})";
    /** One that no word looks like. */
    private static final String ODD_ACCOUNT = "(?=[A-Za-z]{0,29}[0-9_\\-])" + ACCOUNT;

    private static final String DIGIT = "[\\d零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]";
    private static final String HAN_NUMBER = "[0-9一二三四五六七八九十百零〇]{1,6}";
    private static final String UNIT = "(?:[A-Za-z]?" + HAN_NUMBER
            + "[A-Za-z]?\\s?(?:号楼|号院|号|栋|幢|单元|层|楼|室|弄|座|期)?(?:[\\s\\-,，](?=[A-Za-z0-9一二三四五六七八九十]))?)";
    /** What stands behind the number of a street. */
    private static final String BUILDING =
            "(?:\\p{IsHan}{2,10}?(?:小区|大厦|花园|家园|广场|公寓|大楼|中心|苑|园区|城)(?:[A-Za-z]座)?" + UNIT + "{1,5})?";

    /** What stands behind an English street: its direction, and the place with its code. */
    private static final String PLACE = "(?:,? (?:n|s|e|w|ne|nw|se|sw)\\b)?(?:,? [a-z]+(?: [a-z]+)?,?(?: [a-z]{2})?"
            + " (?:\\d{5}(?:-\\d{4})?|[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2})\\b)?";

    private static final String SURNAME = "[王李张刘陈杨赵吴周徐孙朱胡郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟龙]";
    private static final String AFTER_NAME = "(?=[\\s,，。.;；、!！?？:：)）~]|$|电话|手机|微信|地址|收|的(?:电话|手机|包裹|快递|订单)|\\d)";

    /** What is sure, in the order in which it is looked for. */
    static final List<PersonalPattern> EXACT = new ArrayList<>();

    /** What is likely. */
    static final List<PersonalPattern> LIKELY = new ArrayList<>();

    /** Names of messengers, as all patterns with one begin. */
    static final Pattern MESSENGERS = Pattern.compile("(?i)" + MESSENGER);

    /**
     * One of the patterns.
     *
     * @param label of what it finds
     * @param isPossible whether a text has what the pattern cannot do without; true also where it finds nothing
     */
    record PersonalPattern(Pattern pattern, String label, Predicate<TextTraits> isPossible) {}

    static {
        exact(
                "[A-Za-z0-9._%+\\-]{1,64}\\s?(?:@|#at#|\\(at\\)|\\[at\\]|\\{at\\}|艾特)\\s?"
                        + "[A-Za-z0-9\\-]{1,63}(?:\\s?(?:\\.|\\(dot\\)|\\[dot\\]|点|。|,)\\s?[A-Za-z0-9\\-]{1,63}){0,3}?"
                        + "\\s?(?:\\.|\\(dot\\)|\\[dot\\]|点|。|,| dot )\\s?[A-Za-z]{2,10}",
                "[email]", t -> t.hasAny("@", "#at#", "(at)", "[at]", "{at}", "艾特"));
        exact(
                "(?i)[a-z0-9._%+\\-]{1,64}\\s(?:at)\\s[a-z0-9\\-]{1,63}(?:\\s(?:dot)\\s[a-z0-9\\-]{2,63}){1,3}",
                "[email]", t -> t.hasAny("dot"));
        exact("\\b[0-9a-f]{32}\\b", "[buyer]", t -> t.hasHexadecimals(32));
        exact(
                "(?i)(?:订单编号|订单号码|订单号|订单|訂單編號|訂單號碼|訂單號|訂單|單號|单号|运单号|快递单号|物流单号|order\\s?(?:number|no\\.?|id|#|num)|order(?=\\s?#)"
                        + "|tracking\\s?(?:number|no\\.?|id)?)\\s?(?:is|是|为|:|：|#|=)?\\s?[#\"'“]?"
                        + "(?<it>(?=[A-Za-z0-9\\-_ ]*\\d[A-Za-z0-9\\-_ ]*\\d[A-Za-z0-9\\-_ ]*\\d)[A-Za-z0-9](?:[\\-_ ]?[A-Za-z0-9]){5,29})",
                "[order]",
                t -> t.hasDigits(3) && t.hasAny("单", "單", "order", "tracking"));
        exact(
                "(?i)(?:会员名|会员号|會員號|買家號|买家号|买家id|用户名|用户id|昵称|淘宝id|buyer\\s?id|user\\s?(?:name|id)|customer\\s?id|member\\s?id|my\\s?id)"
                        + "\\s?(?:is|是|为|:|：|=)?\\s?[\"'“]?(?<it>[A-Za-z0-9_*\\-]{4,40})",
                "[buyer]",
                t -> t.hasAny("会员", "會員", "买家", "買家", "用户", "昵称", "淘宝")
                        || (t.hasAny("id", "name") && t.hasAny("buyer", "user", "customer", "member", "my")));
        exact(
                "(?i)" + MESSENGER + IS + NO_ACCOUNT + ODD_ACCOUNT,
                "[account]",
                t -> t.hasMessenger() && (t.hasDigits(1) || t.hasAny("_", "-")));
        exact(
                "(?i)" + MESSENGER + "\\s{0,2}(?:号码|号|账号|帐号|id|account|name)?\\s{0,2}(?:is|:|=|是|为|：)\\s{0,3}[\"'“‘(]?"
                        + NO_ACCOUNT + ACCOUNT,
                "[account]",
                TextTraits::hasMessenger);
        exact(
                "(?i)(?:加我|加v|加微|\\+v|\\+微|add me (?:on|at)?)\\s?[:：]?\\s?(?<it>(?=[a-z0-9_\\-]*[0-9_])[a-z][a-z0-9_\\-]{4,19})",
                "[account]",
                t -> (t.hasDigits(1) || t.hasAny("_")) && t.hasAny("加我", "加v", "加微", "+v", "+微", "add me "));
        exact(
                "(?i)\\badd (?:me|us) (?:on|at) " + MESSENGER + "[ :@]{0,3}" + NO_ACCOUNT + ACCOUNT,
                "[account]",
                t -> t.hasAny("add me ", "add us "));
        exact(
                "(?i)" + MESSENGER + "\\s{0,2}[:：]?\\s{0,2}@" + ACCOUNT,
                "[account]",
                t -> t.hasAny("@") && t.hasMessenger());
        exact(
                "(?i)(?:护照|護照|passport)[^A-Za-z0-9]{0,3}(?:号码|号|number|no\\.?|is|#)?[^A-Za-z0-9]{0,4}(?:is )?(?<it>[a-z]{1,2}\\d{7,8})(?!\\d)",
                "[id-card]",
                t -> t.hasDigits(7) && t.hasAny("护照", "護照", "passport"));
        exact(
                "(?i)" + MESSENGER + IS + "(?<it>" + DIGIT + "(?:[ \\-.·_]{0,2}" + DIGIT + "){4,11})(?!" + DIGIT + ")",
                "[account]",
                TextTraits::hasMessenger);
        exact(
                "(?i)(?:电话|電話|手机号|手机(?!壳)|手機(?!殼)|座机|联系方式|我的号码|tel|telephone|phone|mobile|cell|call me|ring me"
                        + "|text me|reach me|my number|fax)[^\\d\\n]{0,14}?"
                        + "(?<it>(?!20\\d{6}(?!\\d)|20\\d\\d[\\-.]\\d{1,2}[\\-.])\\d(?:[ \\-.]?\\d){6,11})(?![\\d:.])",
                "[phone]",
                t -> t.hasDigits(7)
                        && t.hasAny(
                                "电话",
                                "電話",
                                "手机",
                                "手機",
                                "座机",
                                "联系",
                                "我的号码",
                                "tel",
                                "phone",
                                "mobile",
                                "cell",
                                " me",
                                "my number",
                                "fax"));
        likely(
                "(?:\\p{IsHan}{2,8}?(?:省|自治区))?(?:\\p{IsHan}{2,8}?(?:市|自治州))?\\p{IsHan}{1,8}?(?:区|县|旗|镇|乡)"
                        + "[\\p{IsHan}A-Za-z0-9\\-]{1,30}?(?:路|街|道|巷|弄|村|小区|大厦|花园|苑|公寓|广场|大学|中学|工业园|科技园)\\s?"
                        + UNIT + "{0,5}" + BUILDING,
                "[address]",
                t -> t.hasAny("区", "县", "旗", "镇", "乡"));
        likely(
                "\\p{IsHan}{1,12}?(?:路|街|道|巷|弄|大街|胡同)" + HAN_NUMBER + "(?:号|弄)" + UNIT + "{0,5}" + BUILDING,
                "[address]",
                t -> t.hasAny("路", "街", "道", "巷", "弄", "胡同"));
        likely(
                "(?:\\p{IsHan}{2,10}(?:小区|大厦|花园|家园|公寓|苑|城|府|湾|新村|宿舍))?\\s?" + HAN_NUMBER + "(?:号楼|栋|幢|座)\\s?(?:"
                        + HAN_NUMBER + "单元)?\\s?" + HAN_NUMBER + "(?:室|号|房|户)?(?!\\d|[件元块个天])",
                "[address]",
                t -> t.hasAny("号楼", "栋", "幢", "座"));
        likely(
                "(?i)\\b\\d{1,5}[a-z]? (?:[a-z]+ ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|close|court|crescent|way"
                        + "|terrace|place|parkway|pkwy|highway|hwy|square|sq)\\b\\.?(?:,? (?:apt|apartment|flat|unit|suite|room|#)\\.? ?[a-z0-9\\-]{1,6})?"
                        + PLACE,
                "[address]",
                t -> t.hasDigits(1));
        likely("(?i)\\bp\\.? ?o\\.? box \\d{1,6}", "[address]", t -> t.hasDigits(1) && t.hasAny("box"));
        likely(
                "(?i)\\b(?:apt|apartment|flat|suite|room)\\.? [a-z]?\\d{1,5}[a-z]?,? (?:building|block|tower) [a-z0-9]{1,4}\\b",
                "[address]",
                t -> t.hasDigits(1) && t.hasAny("building", "block", "tower"));
        likely(
                "\\b\\d{1,4},? (?i:rue|avenue|boulevard|via|calle|plaza) (?:\\p{L}+ ?){1,4}",
                "[address]",
                t -> t.hasDigits(1) && t.hasAny("rue", "avenue", "boulevard", "via", "calle", "plaza"));
        likely(
                "\\b\\p{Lu}\\p{L}+(?:strasse|straße|str\\.|gasse|weg|platz|allee) \\d{1,4}[a-z]?\\b",
                "[address]",
                t -> t.hasDigits(1) && t.hasAny("str", "gasse", "weg", "platz", "allee"));
        likely(
                "(?:我叫|我的名字是|我的名字叫|本人叫|名字叫|姓名|收件人|收货人|联系人|签收人|机主|户主|真名)(?:是|叫|写)?[:： ]{0,2}" + "(?<it>\\p{IsHan}{2,4}?)"
                        + AFTER_NAME,
                NAME,
                t -> t.hasAny("我叫", "名字", "姓名", "本人叫", "收", "联系人", "机主", "户主", "真名"));
        likely("(?:我是|本人)(?<it>" + SURNAME + "\\p{IsHan}{1,2}?)" + AFTER_NAME, NAME, t -> t.hasAny("我是", "本人"));
        likely(
                "(?<it>" + SURNAME + "\\p{IsHan}{0,2}?)(?:先生|女士|小姐)(?:收|" + AFTER_NAME + ")",
                NAME,
                t -> t.hasAny("先生", "女士", "小姐"));
        likely(
                "(?:\\b(?i:name is|name:|name's|i am called|recipient:?|addressee:?|attn:?|contact:|consignee:?|signed by) ?)"
                        + "(?<it>\\p{Lu}[\\p{L}'’\\-]+(?: \\p{Lu}[\\p{L}'’\\-.]+){0,2})",
                NAME,
                t -> t.hasAny(
                        "name", "i am called", "recipient", "addressee", "attn", "contact", "consignee", "signed"));
        likely(
                "\\b(?:I am|I'm|I’m|This is) (?<it>\\p{Lu}\\p{Ll}+ \\p{Lu}[\\p{L}'’]+)\\b",
                NAME,
                t -> t.hasAny("i am", "i'm", "i’m", "this is"));
        likely(
                "\\b(?:Mr|Mrs|Ms|Miss|Dr)\\.? (?<it>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\\b",
                NAME,
                t -> t.hasAny("mr", "ms", "miss", "dr"));
    }

    private PersonalPatterns() {}

    private static void exact(String pattern, String label, Predicate<TextTraits> isPossible) {
        EXACT.add(new PersonalPattern(Pattern.compile(pattern), label, isPossible));
    }

    private static void likely(String pattern, String label, Predicate<TextTraits> isPossible) {
        LIKELY.add(new PersonalPattern(Pattern.compile(pattern), label, isPossible));
    }
}
