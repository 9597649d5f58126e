package io.tongban.gateway.platform.principal;

import java.util.Locale;

/** Who did something, as the audit log names it: by kind and id. Whose data it was, is said beside it. */
public sealed interface Actor permits Principal, Actor.Province, Actor.Gateway {
    Kind kind();

    /** Unique among those of its kind; no personal data. */
    String id();

    /** What can act. */
    enum Kind {
        /** A partner's program. */
        PROGRAM,
        /** Whoever acts for the agency. */
        OFFICER,
        /** One of a bank's people, at a counter. */
        OPERATOR,
        PROVINCE,
        /** The gateway by itself: nobody asked for it. */
        GATEWAY;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** As it is stored and logged. */
        public String word() {
            return word;
        }
    }

    /** @param id its code */
    record Province(String id) implements Actor {
        @Override
        public Kind kind() {
            return Kind.PROVINCE;
        }
    }

    /** The gateway by itself. */
    record Gateway() implements Actor {
        static final Gateway ITSELF = new Gateway();

        @Override
        public Kind kind() {
            return Kind.GATEWAY;
        }

        @Override
        public String id() {
            return "gateway";
        }
    }

    static Actor gateway() {
        return Gateway.ITSELF;
    }
}
