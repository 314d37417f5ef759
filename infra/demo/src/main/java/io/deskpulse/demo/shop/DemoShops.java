package io.deskpulse.demo.shop;

import io.deskpulse.demo.shop.ShopProfile.Language;
import io.deskpulse.demo.shop.ShopProfile.Staff;
import io.deskpulse.demo.shop.ShopProfile.Volume;
import java.util.List;

/** The four invented shops of the demo: clothes, household goods, snacks, and an outdoor shop in another country. */
public final class DemoShops {

    /** Quiet at night, a peak at lunch and a higher one in the evening. */
    private static final List<Integer> AT_HOME =
            List.of(38, 19, 10, 6, 5, 6, 12, 26, 46, 70, 88, 96, 106, 98, 84, 84, 80, 72, 76, 98, 128, 134, 112, 70);

    /** As at home, with later mornings and evenings. */
    private static final List<Integer> ABROAD =
            List.of(54, 30, 14, 8, 5, 5, 9, 18, 34, 60, 80, 92, 100, 96, 88, 86, 84, 82, 88, 104, 122, 128, 116, 86);

    private static final List<String> NAMES_ZH =
            List.of("小满", "阿宁", "青禾", "小鹿", "初一", "糖糖", "南星", "阿柚", "暖暖", "木木", "小北", "十七", "星野", "知夏");

    private static final List<String> NAMES_EN =
            List.of("Emma", "Liam", "Grace", "Owen", "Nora", "Felix", "Ruby", "Jonas", "Maya", "Theo");

    private DemoShops() {}

    /** All shops. */
    public static List<ShopProfile> all() {
        return List.of(clothes(), household(), snacks(), outdoor());
    }

    private static ShopProfile clothes() {
        return new ShopProfile(
                "yunshe-apparel",
                Language.ZH,
                new Volume(3_200, 900, 90),
                new Staff(NAMES_ZH, 13, 2, 8, 0.55),
                AT_HOME,
                List.of(
                        new Sku("YS-1001", "法式收腰连衣裙", 25_900, 0.02),
                        new Sku("YS-1002", "纯棉圆领T恤", 7_900, 0.02),
                        new Sku("YS-1003", "高腰直筒牛仔裤", 16_900, 0.03),
                        new Sku("YS-1004", "羊毛混纺针织开衫", 29_900, 0.03),
                        new Sku("YS-1005", "轻薄羽绒服", 49_900, 0.14), // the zips of this one break: something to find
                        new Sku("YS-1006", "真丝衬衫", 39_900, 0.02)));
    }

    private static ShopProfile household() {
        return new ShopProfile(
                "mujian-home",
                Language.ZH,
                new Volume(1_700, 600, 130),
                new Staff(NAMES_ZH, 8, 3, 8, 0.45),
                AT_HOME,
                List.of(
                        new Sku("MJ-2001", "实木床头柜", 39_900, 0.04),
                        new Sku("MJ-2002", "乳胶枕一对", 19_900, 0.02),
                        new Sku("MJ-2003", "陶瓷餐具16件套", 26_800, 0.12),
                        new Sku("MJ-2004", "四件套全棉床品", 35_900, 0.02),
                        new Sku("MJ-2005", "保温电热水壶", 15_900, 0.03)));
    }

    private static ShopProfile snacks() {
        return new ShopProfile(
                "guozi-snacks",
                Language.ZH,
                new Volume(1_100, 1_500, 30),
                new Staff(NAMES_ZH, 5, 1, 8, 0.65),
                AT_HOME,
                List.of(
                        new Sku("GZ-3001", "每日坚果30袋", 8_900, 0.02),
                        new Sku("GZ-3002", "手撕牛肉干500g", 6_800, 0.02),
                        new Sku("GZ-3003", "冻干草莓脆", 2_990, 0.03),
                        new Sku("GZ-3004", "云南鲜花饼礼盒", 4_590, 0.09),
                        new Sku("GZ-3005", "低糖蛋黄酥", 3_690, 0.03)));
    }

    private static ShopProfile outdoor() {
        return new ShopProfile(
                "northlight-outdoor",
                Language.EN,
                new Volume(900, 400, 60),
                new Staff(NAMES_EN, 6, 2, 9, 0.40),
                ABROAD,
                List.of(
                        new Sku("NL-4001", "Ridge 2P tent", 18_900, 0.03),
                        new Sku("NL-4002", "Fjord rain jacket", 12_900, 0.02),
                        new Sku("NL-4003", "Ember camping stove", 4_900, 0.11),
                        new Sku("NL-4004", "Trail 38 backpack", 9_900, 0.02),
                        new Sku("NL-4005", "Merino base layer", 6_400, 0.02)));
    }
}
