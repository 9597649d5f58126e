package io.tongban.api.servicepoint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "UNREADABLE: no CSV (RFC 4180), such as a quote that does not close. FIELDS: not as many fields as the head has. FORM: not of the form that the column has. FORMULA: a text that a spreadsheet would compute. MARKUP: angle brackets. TWICE: an earlier row has the reference. PARENT: no such point of this owner, or one that cannot hold it.")
public enum RowRefusal {
    UNREADABLE,
    FIELDS,
    FORM,
    FORMULA,
    MARKUP,
    TWICE,
    PARENT
}
