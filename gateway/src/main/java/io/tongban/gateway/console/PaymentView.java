package io.tongban.gateway.console;

/**
 * A payment as the bank sees it.
 *
 * @param isOpen whether it may still be given back, if its day and month are open
 * @param key of the giving back
 */
public record PaymentView(Desk.Who who, String id, boolean isOpen, Notice means, ReceiptView receipt, String key) {}
