package io.deskpulse.metrics.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What personal data other than numbers looks like in a text of one spelling ({@link ShadowText}), and the label of each. */
final class PersonalPatterns {
    /** Label of what people are called. */
    static final String NAME = "[name]";

    private static final String HAN_NUMBER = "[0-9一二三四五六七八九十百零〇]{1,6}";
    /** The number of a house: {@code 北段1700号}, {@code 乙18号}. */
    private static final String HOUSE = "(?:[东南西北中一二三四五六七八九]段)?[甲乙丙丁]?" + HAN_NUMBER;

    private static final String UNIT = "(?:[A-Za-z]?" + HAN_NUMBER
            + "[A-Za-z]?\\s?(?:号楼|号院|号|栋|幢|单元|层|楼|室|弄|座|期)?(?:[\\s\\-,，](?=[A-Za-z0-9一二三四五六七八九十]))?)";
    /** What stands behind the number of a street. */
    private static final String BUILDING =
            "(?:\\p{IsHan}{2,10}?(?:小区|大厦|花园|家园|广场|公寓|大楼|中心|苑|园区|城)(?:[A-Za-z]座)?" + UNIT + "{1,5})?";

    private static final String TOWN = "(?:,? [a-z]+(?: [a-z]+)?,?(?: [a-z]{2})?"
            + " (?:\\d{5}(?:-\\d{4})?|[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2})\\b)";
    /** What stands behind an English street: its direction, its district, and the place with its code. */
    private static final String PLACE =
            "(?:,? (?:n|s|e|w|ne|nw|se|sw)\\b)?(?:,? [a-z]+ (?:district|county|province)\\b)?" + TOWN + "?";

    private static final String NUMBER_AND_STREET =
            "(?:\\bno\\.? )?\\b\\d{1,5}[a-z]? (?:(?:[a-z]+|\\d{1,3}(?:st|nd|rd|th)) ){1,4}";
    private static final String STREET = "(?:street|st|road|rd|avenue|ave|boulevard|blvd)\\b";
    /** Words that begin small in other talk: {@code 5 star place}. */
    private static final String WAY =
            "(?:lane|ln|drive|dr|close|court|crescent|way|terrace|place|parkway|pkwy|highway|hwy|square|sq)\\b";
    /** What else has a street in its name. */
    private static final String NO_STREET =
            "(?! (?:signs?|bikes?|lamps?|lights?|wear|style|food|trips?|maps?|cars?|ty?i?res?|legal|shoes?|tests?|use)\\b)";

    private static final String FLAT = "(?:,? (?:apt|apartment|flat|unit|suite|room|#)\\.? ?[a-z0-9\\-]{1,6})";

    private static final String SURNAME = "[王李张刘陈杨赵吴周徐孙朱胡郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟龙]";
    private static final String AFTER_NAME = "(?=[\\s,，。.;；、!！?？:：)）~]|$|电话|手机|微信|地址|收|的(?:电话|手机|包裹|快递|订单)|\\d)";

    /** Words after "name" that are none. */
    private static final String NO_NAME = "(?!怎|如何|可以|能|是谁|写|填|改|修|不|要|没|在|有|错|为|什么|信息|名字|一栏)";

    private static final String NO_ENGLISH_NAME =
            "(?i:not|wrong|missing|incorrect|in|on|the|too|also|still|already|never|blank|cut|printed|there|and|but|with|misspelled|misspelt|spelled|spelt)\\b";
    private static final String TWO_WORDS = "\\p{Lu}[\\p{L}'’\\-]+ \\p{Lu}[\\p{L}'’\\-.]+(?: \\p{Lu}[\\p{L}'’\\-.]+)?";

    /** A full name and nothing else; what has a sign of ranks in it is one of those. */
    static final Pattern ONLY_A_NAME = Pattern.compile(
            "(?!.*[级员客会户卡牌钻星金银铜铁石者贵宾尊享粉友新老普高低特重大中小等黑白红蓝紫通超至零一二三四五六七八九十冠])" + SURNAME + "\\p{IsHan}{1,2}");

    /** What is sure, in the order in which it is looked for. */
    static final List<PersonalPattern> EXACT = new ArrayList<>();

    /** What is likely. */
    static final List<PersonalPattern> LIKELY = new ArrayList<>();

    /**
     * One of the patterns.
     *
     * @param label of what it finds
     * @param isPossible whether a text has what the pattern cannot do without; true also where it finds nothing
     */
    record PersonalPattern(Pattern pattern, String label, Predicate<TextTraits> isPossible) {}

    static {
        AccountPatterns.addTo(EXACT);
        exact(
                "(?i)(?:护照|passport)[^A-Za-z0-9]{0,3}(?:号码|号|number|no\\.?|is|#)?[^A-Za-z0-9]{0,4}(?:is )?(?<it>[a-z]{1,2}\\d{7,8})(?!\\d)",
                "[id-card]",
                t -> t.hasDigits(7) && t.hasAny("护照", "passport"));
        exact(
                "(?i)(?:电话|手机号|手机(?!壳)|座机|联系方式|我的号码|tel|telephone|phone|mobile|cell|call me|ring me"
                        + "|text me|reach me|my number|fax)[^\\d\\n]{0,14}?"
                        + "(?<it>(?!20\\d{6}(?!\\d)|20\\d\\d[\\-.]\\d{1,2}[\\-.])(?:\\(?0\\)[ \\-.]?)?\\d(?:[ \\-.]?\\d){6,11})(?![\\d:.])",
                "[phone]",
                t -> t.hasDigits(7)
                        && t.hasAny(
                                "电话",
                                "手机",
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
                        + "(?:[东南西北中一二三四五六七八九]段)?[甲乙丙丁]?" + UNIT + "{0,5}" + BUILDING,
                "[address]",
                t -> t.hasAny("区", "县", "旗", "镇", "乡"));
        likely(
                "\\p{IsHan}{1,12}?(?:路|街|道|巷|弄|大街|胡同)" + HOUSE + "(?:号|弄)" + UNIT + "{0,5}" + BUILDING,
                "[address]",
                t -> t.hasAny("路", "街", "道", "巷", "弄", "胡同"));
        likely(
                "(?:\\p{IsHan}{2,10}(?:小区|大厦|花园|家园|公寓|苑|城|府|湾|新村|宿舍))?\\s?" + HAN_NUMBER + "(?:号楼|栋|幢|座)\\s?(?:"
                        + HAN_NUMBER + "单元)?\\s?" + HAN_NUMBER + "(?:室|号|房|户)?(?!\\d|[件元块个天])",
                "[address]",
                t -> t.hasAny("号楼", "栋", "幢", "座"));
        likely(
                "(?i)" + NUMBER_AND_STREET + "(?:" + STREET + NO_STREET + "|(?-i:(?=[A-Z]))" + WAY + ")\\.?" + FLAT
                        + "?" + PLACE,
                "[address]",
                t -> t.hasDigits(1));
        likely(
                "(?i)" + NUMBER_AND_STREET + WAY + "\\.?(?:" + FLAT + PLACE + "|" + TOWN + ")",
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
                "(?:我叫|我的名字是|我的名字叫|本人叫|名字叫|名字(?=:)|姓名|收件人|收货人|联系人|签收人|机主|户主|真名)(?:姓名)?(?:是|叫|写)?[: ]{0,2}" + NO_NAME
                        + "(?<it>\\p{IsHan}{2,4}?)" + AFTER_NAME,
                NAME,
                t -> t.hasAny("我叫", "名字", "姓名", "本人叫", "收", "联系人", "机主", "户主", "真名"));
        likely("(?:我是|本人)(?<it>" + SURNAME + "\\p{IsHan}{1,2}?)" + AFTER_NAME, NAME, t -> t.hasAny("我是", "本人"));
        likely("(?:写|寄给|交给)(?<it>" + SURNAME + "\\p{IsHan}{1,2}?)(?=收(?!货|到|件|据|费))", NAME, t -> t.hasAny("收"));
        likely(
                "(?<it>" + SURNAME + "(?:\\p{IsHan}{1,2}?)?)(?:先生|女士|小姐)(?:(?<=\\p{IsHan}{4})|收|" + AFTER_NAME + ")",
                NAME,
                t -> t.hasAny("先生", "女士", "小姐"));
        likely(
                "(?:\\b(?i:name is|name:|name's|i am called|recipient:?|addressee:?|attn:?|contact:|consignee:?|signed by) ?)"
                        + "(?<it>\\p{Lu}[\\p{L}'’\\-]+(?: \\p{Lu}[\\p{L}'’\\-.]+){0,2})",
                NAME,
                t -> t.hasAny(
                        "name", "i am called", "recipient", "addressee", "attn", "contact", "consignee", "signed"));
        likely(
                "\\b(?i:my name(?: is|'s|’s)) (?!" + NO_ENGLISH_NAME
                        + ")(?<it>[\\p{L}'’\\-]{2,20}(?: (?!and\\b|but\\b)[\\p{L}'’\\-]{2,20})?)",
                NAME,
                t -> t.hasAny("my name"));
        likely(
                "\\b(?i:name) (?i:on|of|for|at)\\b[^.,:;\\n]{1,30}? is (?<it>" + TWO_WORDS + ")",
                NAME,
                t -> t.hasAny("name o", "name f", "name a"));
        likely(
                "(?i:regards|sincerely|cheers|yours|best wishes|many thanks|thanks),?\\s{1,2}(?<it>" + TWO_WORDS
                        + ")\\s*$",
                NAME,
                t -> t.hasAny("regards", "sincerely", "cheers", "yours", "wishes", "thanks"));
        likely(
                "\\b(?i:this is) (?<it>" + TWO_WORDS + ")(?= (?:calling|speaking|here|from)\\b|[,.])",
                NAME,
                t -> t.hasAny("this is"));
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
