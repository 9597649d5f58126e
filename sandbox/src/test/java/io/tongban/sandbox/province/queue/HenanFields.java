package io.tongban.sandbox.province.queue;

/** Bodies of requests for a worker of whom all is right. */
final class HenanFields {
    private HenanFields() {}

    static String register(String citizen, String name) {
        return "<AAC147>" + citizen + "</AAC147><AAC003>" + name
                + "</AAC003><AAC067>13900000017</AAC067><AAE173>1</AAE173>";
    }

    static String withhold(String person, String citizen, String name, String period, String base, String amount) {
        return "<AAC001>" + person + "</AAC001><AAC147>" + citizen + "</AAC147><AAC003>" + name
                + "</AAC003><AAE140>110</AAE140><AAE002>" + period + "</AAE002><AAE180>" + base + "</AAE180><YJJE>"
                + amount + "</YJJE><AAB001>91350100M000100Y43</AAB001>";
    }

    /** The floor base of Henan, and a fifth of it. */
    static String october(String person, String citizen, String name) {
        return withhold(person, citizen, name, "202610", "3831.00", "766.20");
    }

    static String inquire(String serial) {
        return "<OLDLSH>" + serial + "</OLDLSH>";
    }

    static String status(String person, String citizen) {
        return "<AAC001>" + person + "</AAC001><AAC147>" + citizen + "</AAC147>";
    }
}
