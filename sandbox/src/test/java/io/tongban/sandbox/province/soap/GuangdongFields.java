package io.tongban.sandbox.province.soap;

/** Bodies of business documents for a worker of whom all is right. */
final class GuangdongFields {
    private GuangdongFields() {}

    static String register(String citizen, String name) {
        return "<AAC058>01</AAC058><AAC147>" + citizen + "</AAC147><AAC003>" + name
                + "</AAC003><AAC067>13900000017</AAC067><AAE173>1</AAE173>";
    }

    static String withhold(String person, String citizen, String name, String period, String base, String amount) {
        return "<AAC001>" + person + "</AAC001><AAC147>" + citizen + "</AAC147><AAC003>" + name
                + "</AAC003><AAE140>110</AAE140><AAE002>" + period + "</AAE002><AAE180>" + base
                + "</AAE180><YJJE>" + amount + "</YJJE><AAB001>91350100M000100Y43</AAB001>";
    }

    static String october(String person, String citizen, String name) {
        return withhold(person, citizen, name, "202610", "5510.00", "1102.00");
    }

    static String inquire(String serial) {
        return "<OLDSERIAL>" + serial + "</OLDSERIAL>";
    }
}
