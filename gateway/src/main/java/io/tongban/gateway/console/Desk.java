package io.tongban.gateway.console;

import java.util.List;

/**
 * Where somebody begins to serve.
 *
 * @param places where the operator stands, those that are open first
 */
public record Desk(Who who, List<Place> places) {
    /** Who is logged in. */
    public record Who(String bank, String staffNumber, Notice role, boolean isSupervisor) {
        static Who of(Teller teller) {
            return new Who(teller.bank(), teller.staffNumber(), teller.role(), teller.isSupervisor());
        }
    }

    /** @param reference the bank's own name for it */
    public record Place(String reference, String name, boolean isOpen) {}
}
