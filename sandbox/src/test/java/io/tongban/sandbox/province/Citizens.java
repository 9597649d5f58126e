package io.tongban.sandbox.province;

/** Citizen numbers for tests, with a check character computed in another way than the simulators do. */
public final class Citizens {
    /** The example of the standard's commentaries. */
    public static final String KNOWN = "11010519491231002X";

    private Citizens() {}

    /** The {@code n}-th of many; none was ever issued, there is no division 4499. */
    public static String number(int n) {
        return withCheck(String.format("44990019900101%03d", n));
    }

    /** ISO 7064 MOD 11-2, of which GB 11643 is a use. */
    public static String withCheck(String seventeen) {
        int p = 0;
        for (char c : seventeen.toCharArray()) {
            p = (p + (c - '0')) * 2 % 11;
        }
        int check = (12 - p) % 11;
        return seventeen + (check == 10 ? "X" : check);
    }
}
