package org.stayseal.issuer.publication;

/** Database and authority folder do not belong together; the message says what happened and what to do. */
final class OtherInstallation extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private OtherInstallation(String message) {
        super(message);
    }

    static OtherInstallation otherRoot(String bound, String root) {
        return new OtherInstallation("This database belongs to the authority with the root " + bound
                + ", but the folder trust in the data folder holds the root " + root
                + ". Its keys were lost or exchanged, or this is another issuer's database."
                + " Restore the folder trust that was backed up with this database, or use an empty database.");
    }

    static OtherInstallation olderDatabase(long database, long folder) {
        return new OtherInstallation("The folder trust in the data folder has published number " + folder
                + ", but the database knows of none after number " + database
                + ". The database was restored from an older copy, or is a new one: revocations and status places given since would be lost."
                + " Restore a copy of the database that is as new as the folder trust; both are backed up and restored together."
                + " To begin anew with demo keys, move both away.");
    }
}
