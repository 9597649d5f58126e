package io.tongban.gateway.platform.principal;

/**
 * Who asks for something, once it is known who it is: by the signature of a program, or by a login. What it may touch is
 * its tenant's, which is another thing: two people at one bank's counters share all data and no deed.
 */
public sealed interface Principal extends Actor {
    /** Client id of the partner whose data it may touch, whose keys and rate it uses. */
    String tenant();

    /** A partner's program. */
    record Program(String tenant) implements Principal {
        @Override
        public Kind kind() {
            return Kind.PROGRAM;
        }

        @Override
        public String id() {
            return tenant;
        }
    }

    /**
     * Whoever acts for the agency. Agencies act by a program of theirs; which of their people it was, is in their own books.
     */
    record Officer(String tenant) implements Principal {
        @Override
        public Kind kind() {
            return Kind.OFFICER;
        }

        @Override
        public String id() {
            return tenant;
        }
    }

    /**
     * One of a bank's people: named by the bank's program with a request from a counter, or logged in at the counter page.
     *
     * @param tenant client id of the bank
     * @param staffNumber the bank's own
     */
    record Operator(String tenant, String staffNumber) implements Principal {
        @Override
        public Kind kind() {
            return Kind.OPERATOR;
        }

        /** A client id has no slash, so the two cannot be shifted against each other. */
        @Override
        public String id() {
            return tenant + "/" + staffNumber;
        }
    }
}
