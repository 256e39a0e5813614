package org.stayseal.issuer.application;

import java.util.List;

/** A form with wrong or missing fields: all of them, not only the first. */
public final class FormRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldFault> faults;

    /** @param faults at least one */
    public FormRefused(List<FieldFault> faults) {
        super(faults.size() + " wrong or missing fields");
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("A refused form has a fault.");
        }
        this.faults = List.copyOf(faults);
    }

    /** Every fault, in the order of the form. */
    public List<FieldFault> faults() {
        return faults;
    }
}
