package io.tongban.sdk.card;

import java.util.Objects;

/** Items of a card that are read without its PIN; file and identifier of each are in {@code items.tsv} beside this class. */
public enum CardItem {
    /** 卡的识别码, 32 hexadecimal digits. */
    CARD_IDENTIFIER,
    /** 卡的类别. */
    CARD_CLASS,
    /** 规范版本, such as 3.00. */
    STANDARD_VERSION,
    /** 初始化机构编号. */
    INITIALISING_INSTITUTION,
    /** 发卡日期, {@code yyyyMMdd}. */
    ISSUED_ON,
    /** 卡有效期, {@code yyyyMMdd}. */
    VALID_TO,
    /** 卡号. */
    CARD_NUMBER,
    /** 社会保障号码. */
    SOCIAL_SECURITY_NUMBER,
    /** 姓名, the first 30 octets. */
    NAME,
    /** 姓名扩展, what did not find room there. */
    NAME_CONTINUED,
    /** 性别, GB/T 2261.1. */
    SEX,
    /** 民族, GB/T 3304. */
    ETHNIC_GROUP,
    /** 出生地, GB/T 2260. */
    BIRTHPLACE,
    /** 出生日期, {@code yyyyMMdd}. */
    BIRTH_DATE;

    /** Its file and its identifier there, both as drivers name them. */
    record Place(String file, String identifier) {}

    Place place() {
        return Objects.requireNonNull(CardTables.ITEMS.get(this), "items.tsv");
    }
}
