package io.tongban.province;

/**
 * Who a command is about. Deliberately silent in {@link #toString()}: none of this may reach a log.
 *
 * @param citizenNumber GB 11643, 18 characters, last letter upper case (AAC002)
 * @param name as on the identity card (AAC003)
 * @param mobile eleven digits (AAC067)
 */
public record InsuredPerson(String citizenNumber, String name, String mobile) {
    @Override
    public String toString() {
        return "InsuredPerson[…]";
    }
}
