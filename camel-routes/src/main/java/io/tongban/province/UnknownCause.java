package io.tongban.province;

/** Why no one can say what became of a command, or why a call to a province came to nothing. */
public enum UnknownCause {
    /** No answer in time. */
    TIMEOUT,
    /** The connection ended before the answer was there. */
    CONNECTION_CUT,
    /** No connection; nothing was sent. */
    NOT_CONNECTED,
    /** No connection that we trust: the far side's certificate, or how it encrypts. Nothing was sent. */
    TLS,
    /** The sign-in before the call failed; the call itself was not sent. */
    NOT_SIGNED_IN,
    /** An HTTP status that is no answer. */
    HTTP_ERROR,
    /** A SOAP Fault in place of an answer. */
    SOAP_FAULT,
    /** An answer that nobody can make sense of. */
    UNREADABLE,
    /** The answer has a code that the profile does not list. */
    CODE_UNKNOWN,
    /** The answer has a code that means nothing for what was asked. */
    CODE_UNEXPECTED,
    /** The province says itself that it does not know. */
    UNCERTAIN,
    /** Account, password or key were refused. */
    ACCESS_REFUSED,
    /** Booked over there, with another amount than was sent. */
    AMOUNT_DIFFERS,
    /** Two answers to one serial that differ. */
    ROWS_DIFFER,
    /** The call got no turn in time on our side. */
    BUSY,
    /** The province has not answered for a while, and was not called. */
    CIRCUIT_OPEN,
    /** The province says that it is busy. */
    BUSY_THERE,
    /** The province says that it is closed. */
    CLOSED_THERE,
    /** Clocks differ by more than a day. */
    CLOCK_DIFFERS,
    /** The calling thread was interrupted, as when the gateway stops. */
    INTERRUPTED,
    /** The province can be asked nothing of the kind, and to send again would be blind. */
    NOT_INQUIRABLE,
    /** The province did not take the command back. */
    NOT_REVERSED,
    /** Not found by the version of the profile that it was sent under, which is no longer that of today. */
    VERSION_ENDED,
    /** Not sent: a value does not fit the province's charset, field or codes. */
    NOT_CARRIED,
    /** Not sent: the province does not take this command online, or not for this insurance. */
    NOT_OFFERED,
    /** What was to be stored on our side could not be; the far side keeps it and gives it again. */
    NOT_STORED,
    /** A file changed while it was read. */
    CHANGED_WHILE_READ,
    /** Another node has the province's files. */
    TAKEN_OVER,
    /** The file server has another host key than those of the profile. Nothing was sent. */
    HOST_KEY_DIFFERS,
    /** Something of ours went wrong. */
    FAILED;

    private final String word = Words.of(this);

    /** As logs, metrics and the history of a command write it: {@code connection-cut}. */
    public String word() {
        return word;
    }
}
