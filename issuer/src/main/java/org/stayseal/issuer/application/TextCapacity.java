package org.stayseal.issuer.application;

import java.util.List;
import org.stayseal.spec.permit.Permit;

/** Whether the codes of a permit have room for what a form says: asked when the form is read, so that nobody approves what cannot be issued. */
public interface TextCapacity {

    /**
     * The texts that are too long together.
     *
     * @param permit as it would be issued today; its number does not matter
     * @return a fault for each long text of a code without room, saying by how much; empty when every code has room
     */
    List<FieldFault> faults(Permit permit);
}
