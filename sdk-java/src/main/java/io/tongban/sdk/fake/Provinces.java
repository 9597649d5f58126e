package io.tongban.sdk.fake;

import io.tongban.api.agency.ProvinceControl;
import io.tongban.api.agency.ProvinceStateChange;
import io.tongban.api.change.InsuranceChangeKind;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.province.Province;
import io.tongban.api.province.ProvinceCapabilities;
import io.tongban.api.province.ProvinceCapability;
import io.tongban.api.province.ProvinceHealth;
import io.tongban.api.province.ProvinceState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All provinces, each open around the clock and answering at once unless a script says otherwise. */
final class Provinces {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final List<String> INSURANCES = List.of("AAE140:110", "AAE140:310");

    private static final long TYPICAL_SECONDS = 2;
    private static final String NAMES = "11 北京 Beijing,12 天津 Tianjin,13 河北 Hebei,14 山西 Shanxi,"
            + "15 内蒙古 Inner Mongolia,21 辽宁 Liaoning,22 吉林 Jilin,23 黑龙江 Heilongjiang,31 上海 Shanghai,"
            + "32 江苏 Jiangsu,33 浙江 Zhejiang,34 安徽 Anhui,35 福建 Fujian,36 江西 Jiangxi,37 山东 Shandong,"
            + "41 河南 Henan,42 湖北 Hubei,43 湖南 Hunan,44 广东 Guangdong,45 广西 Guangxi,46 海南 Hainan,"
            + "50 重庆 Chongqing,51 四川 Sichuan,52 贵州 Guizhou,53 云南 Yunnan,54 西藏 Xizang,61 陕西 Shaanxi,"
            + "62 甘肃 Gansu,63 青海 Qinghai,64 宁夏 Ningxia,65 新疆 Xinjiang,66 新疆兵团 XPCC";
    private static final Map<String, String[]> ALL = named();

    private final Map<String, ProvinceState> states = new HashMap<>();
    private final Map<String, Long> changes = new HashMap<>();
    private final Clock clock;

    Provinces(Clock clock) {
        this.clock = clock;
    }

    private static Map<String, String[]> named() {
        Map<String, String[]> all = new LinkedHashMap<>();
        for (String line : NAMES.split(",", -1)) {
            String[] words = line.split(" ", 3);
            all.put(words[0], new String[] {words[1], words[2]});
        }
        return all;
    }

    /** What a citizen number may begin with; the XPCC has none of its own, and residence permits have three more. */
    static boolean isRegion(String code) {
        return (ALL.containsKey(code) && !code.equals("66"))
                || List.of("81", "82", "83").contains(code);
    }

    boolean isKnown(String code) {
        return ALL.containsKey(code);
    }

    void known(String code, String pointer) {
        if (!ALL.containsKey(code)) {
            throw Refused.at(ProblemType.PROVINCE_UNKNOWN, pointer);
        }
    }

    void admit(String code) {
        if (state(code) == ProvinceState.DRAINING) {
            throw Refused.later(ProblemType.PROVINCE_DRAINING, Duration.ofSeconds(30));
        }
    }

    ProvinceState state(String code) {
        return Optional.ofNullable(states.get(code)).orElse(ProvinceState.RUNNING);
    }

    ProvinceControl change(String code, ProvinceStateChange change, String by) {
        if (!ALL.containsKey(code)) {
            throw Refused.with(ProblemType.NOT_FOUND);
        }
        states.put(code, change.state());
        return new ProvinceControl(
                code, change.state(), change.reason(), clock.instant(), by, changes.merge(code, 1L, Long::sum));
    }

    List<Province> list() {
        return ALL.keySet().stream().map(this::read).toList();
    }

    Province read(String code) {
        String[] names = Optional.ofNullable(ALL.get(code)).orElseThrow(() -> Refused.with(ProblemType.NOT_FOUND));
        ProvinceState state = state(code);
        return new Province(
                code,
                names[0],
                names[1],
                "fake",
                INSURANCES,
                new ProvinceCapabilities(
                        ProvinceCapability.ONLINE,
                        ProvinceCapability.ONLINE,
                        ProvinceCapability.ONLINE,
                        List.of(InsuranceChangeKind.values())),
                true,
                null,
                state,
                ProvinceHealth.UP,
                TYPICAL_SECONDS,
                state == ProvinceState.PAUSED ? null : clock.instant().plusSeconds(TYPICAL_SECONDS),
                0);
    }
}
