package io.deskpulse.metrics.privacy;

import java.util.HashMap;
import java.util.Map;

/**
 * Characters that people read as others: traditional forms of those that personal data is told by, Cyrillic and Greek letters that look
 * Latin, and every dash.
 */
final class Variants {
    private static final String TRADITIONAL =
            "貳參叄陸兩區縣鎮鄉號樓棟單訂電話機貨聯絡帳會員買賣護稱戶門東漢臺灣馬" + "張劉楊陳趙吳孫鄭謝韓馮許蔣賈葉閻鄧蕭呂蘇盧薑範譚鄒羅鍾錢顧龍為這個遞運編碼寶貝";
    private static final String SIMPLIFIED =
            "贰叁叁陆两区县镇乡号楼栋单订电话机货联络账会员买卖护称户门东汉台湾马" + "张刘杨陈赵吴孙郑谢韩冯许蒋贾叶阎邓萧吕苏卢姜范谭邹罗钟钱顾龙为这个递运编码宝贝";
    private static final String LOOK_LATIN = "АВЕЅІЈКМНОРСТХУавеѕіјкморстухΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ";
    private static final String LATIN = "ABESIJKMHOPCTXYabesijkmopctyxABEZHIKMNOPTYXovp";
    private static final Map<Character, Character> USUAL = new HashMap<>();

    static {
        add(TRADITIONAL, SIMPLIFIED);
        add(LOOK_LATIN, LATIN);
        USUAL.put('帐', '账');
    }

    private Variants() {}

    private static void add(String written, String read) {
        if (written.length() != read.length()) {
            throw new IllegalStateException(written.length() + " characters are read as " + read.length());
        }
        for (int i = 0; i < written.length(); i++) {
            USUAL.put(written.charAt(i), read.charAt(i));
        }
    }

    /** The character as which one is read; itself when there is no other. */
    static char usual(char written) {
        if (Character.getType(written) == Character.DASH_PUNCTUATION) {
            return '-';
        }
        return USUAL.getOrDefault(written, written);
    }
}
