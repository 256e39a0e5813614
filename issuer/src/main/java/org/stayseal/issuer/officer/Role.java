package org.stayseal.issuer.officer;

/** What an officer may do. One officer may hold several; four eyes still hold for each single application. */
public enum Role {
    /** Takes applications. */
    CLERK,
    /** Decides on applications of others; suspends, reinstates and revokes. */
    APPROVER,
    /** Looks after the service: sees publications and the audit trail. */
    ADMIN
}
