package io.tongban.sandbox.province;

import java.util.Map;

/**
 * A province's own codes for what the books hold in the national ones. Options {@code kinds} (AAE140), {@code states} and
 * {@code places} of the province's file, each {@code ours theirs, ours theirs}; usually they are the national ones.
 */
public final class CodeBook {
    private static final String NATIONAL_KINDS =
            "110 110, 120 120, 170 170, 210 210, 310 310, 330 330, 390 390, 410 410, 510 510";
    private static final Map<String, String> STATES = Map.of("1", "paying", "2", "suspended", "3", "ended");

    private final Map<String, String> kinds;
    private final Map<String, String> states;
    private final Map<String, String> places;
    private final Map<String, String> certificates;
    private final Map<String, String> commands;

    public CodeBook(SimulatedProvince province) {
        kinds = province.pairs("kinds", NATIONAL_KINDS);
        states = province.pairs("states", "paying 1, suspended 2, ended 3");
        places = province.pairs("places", "work-place 1, household 2");
        commands = province.pairs("commands", "withhold 01, reverse 02");
        certificates = province.pairs("certificates", "identity-card 01, foreigner 07");
    }

    /** AAE140 code of a kind that the caller names in the province's way; empty, which no rule allows, if there is none. */
    public String kind(String theirs) {
        return ours(kinds, theirs);
    }

    /** How the province writes an AAE140 code. */
    public String kindOf(String aae140) {
        return kinds.getOrDefault(aae140, "");
    }

    /** How the province writes an AAC031 code. */
    public String stateOf(String aac031) {
        return states.getOrDefault(STATES.getOrDefault(aac031, ""), "");
    }

    /** How the province writes what a day's entry is about: {@code withhold} or {@code reverse}. */
    public String commandOf(String command) {
        return commands.getOrDefault(command, "");
    }

    /** {@code work-place} or {@code household}; empty if the code is none of the province's. */
    public String place(String theirs) {
        return ours(places, theirs);
    }

    /** Whether the code names the kind of certificate that this number is on: nobody is in the register under another. */
    public boolean fits(String certificateKind, String number) {
        return ours(certificates, certificateKind).equals(certificateOf(number));
    }

    private static String certificateOf(String number) {
        if (number.matches("8[123].*")) {
            return "residence-permit";
        }
        return number.startsWith("9") ? "foreigner" : "identity-card";
    }

    private static String ours(Map<String, String> codes, String theirs) {
        return codes.entrySet().stream()
                .filter(pair -> pair.getValue().equals(theirs))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
