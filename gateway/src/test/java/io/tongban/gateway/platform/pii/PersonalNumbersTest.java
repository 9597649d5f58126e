package io.tongban.gateway.platform.pii;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.delivery.province.Serials;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.pii.PersonalNumbers.Kind;
import io.tongban.gateway.testing.SettableClock;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {
    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-11-23T04:00:00Z"));

    private final PersonalNumbers numbers = new PersonalNumbers(CLOCK);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "11010519491231002x",
                "rider-11010519491231002X",
                "rider11010519491231002Xa",
                "110105-19491231-002X",
                "110105 1949 1231 002x",
                "110105.19491231.002X",
                "１１０１０５１９４９１２３１００２Ｘ",
                "\u0661\u0661\u0660\u0661\u0660\u0665\u0661\u0669\u0664\u0669\u0661\u0662\u0663\u0661\u0660\u0660\u0662X",
                "110105\u200b19491231\u200b002X",
                "身份证11010519491231002X号",
                "https://example.org/hook/11010519491231002X"
            })
    void findsCitizenNumbers(String text) {
        assertThat(numbers.in(text)).contains(Kind.CITIZEN_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13900000017",
                "rider-13900000017",
                "rider13900000017",
                "tel13900000017x",
                "+86 139 0000 0017",
                "+8613900000017",
                "008613900000017",
                "139-0000-0017",
                "tel139.0000.0017",
                "１３９００００００１７",
                "1 3 9 0 0 0 0 0 0 1 7",
                "①③⑨00000017",
                "https://example.org/hook?m=13900000017"
            })
    void findsMobileNumbers(String text) {
        assertThat(numbers.in(text)).contains(Kind.MOBILE_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6222020200112233446",
                "card6222020200112233446",
                "6222 0202 0011 2233 446",
                "6222-0202-0011-2233-446",
                "4111111111111111",
                "5500000000000004"
            })
    void findsBankCards(String text) {
        assertThat(numbers.in(text)).contains(Kind.BANK_CARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rider-000017",
                "20261101123000123",
                "2026-11-01 12:30:00.123",
                "2026-11-01T12:30:00.123456789Z",
                "1785376800000",
                "1785376800000000",
                "440100-20261101-0017",
                "440100202611010017",
                "110105194912310021",
                "12900000017",
                "139000000171",
                "6222020200112233441",
                "wh-13-2026-10-001",
                "AAE140:110",
                "91350100M000100Y43",
                "0123456789abcdef0123456789abcdef",
                "2611131ABCDEFGHJKMNP"
            })
    void letsPassWhatIsNoPersonsNumber(String text) {
        assertThat(numbers.in(text)).isEmpty();
    }

    static Stream<Function<Random, String>> waysToNameThings() {
        Serials serials = new Serials(CLOCK, List.of());
        DateTimeFormatter millis = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
        return Stream.of(
                dice -> new UUID(dice.nextLong(), dice.nextLong()).toString(),
                dice -> new UUID(dice.nextLong(), dice.nextLong()).toString().toUpperCase(java.util.Locale.ROOT),
                dice -> "order:" + new UUID(dice.nextLong(), dice.nextLong()) + ":2026-10",
                dice -> Ids.next("wkr_"),
                dice -> Ids.next("").toUpperCase(java.util.Locale.ROOT),
                dice -> serials.next(),
                dice -> HexFormat.of().formatHex(bytes(dice, 16)),
                dice -> HexFormat.of().formatHex(sha256(bytes(dice, 16))),
                dice -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(dice, 16)),
                dice -> time(dice).format(millis),
                dice -> "wh-" + time(dice).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
                dice -> String.valueOf(time(dice).toInstant(ZoneOffset.UTC).toEpochMilli()),
                dice -> String.valueOf(time(dice).toEpochSecond(ZoneOffset.UTC) * 1_000_000 + dice.nextInt(1_000_000)),
                // A counter of 64 bits with the time in its upper part, as many make them.
                dice -> String.valueOf((time(dice).toEpochSecond(ZoneOffset.UTC) - 1_288_834_974L) * 1000 << 22
                        | dice.nextInt(1 << 22)),
                dice -> "44-" + time(dice).format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + dice.nextInt(100_000_000));
    }

    @ParameterizedTest
    @MethodSource("waysToNameThings")
    void noneOfManyIdsLooksLikeAPersonsNumber(Function<Random, String> way) {
        Random dice = new Random(20261128);
        List<String> found = Stream.generate(() -> way.apply(dice))
                .limit(20_000)
                .filter(each -> numbers.in(each).isPresent())
                .toList();
        assertThat(found).isEmpty();
    }

    @Test
    void findsEveryNumberHoweverItIsPrefixed() {
        Random dice = new Random(20261128);
        for (int i = 0; i < 2_000; i++) {
            String mobile = "1" + (3 + dice.nextInt(7)) + String.format("%09d", dice.nextInt(1_000_000_000));
            assertThat(numbers.in("p-" + mobile)).as(mobile).isPresent();
            assertThat(numbers.in("rider" + mobile)).as(mobile).isPresent();
        }
    }

    private static LocalDateTime time(Random dice) {
        return LocalDateTime.of(2026, 1, 1, 0, 0).plusNanos(Math.floorMod(dice.nextLong(), 94_608_000_000_000_000L));
    }

    private static byte[] bytes(Random dice, int length) {
        byte[] bytes = new byte[length];
        dice.nextBytes(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
