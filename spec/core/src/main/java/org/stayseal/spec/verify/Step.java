package org.stayseal.spec.verify;

/** One step of docs 60 section 4. It adds exactly one check, or none where it has nothing to be made of, and may leave a finding in the case for the steps after it. */
interface Step {

    void take(Case file);
}
