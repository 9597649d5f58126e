/** A province's books of a day against ours (对账): what agrees is signed, what differs becomes a task for a person. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.accounting.reconciliation;
