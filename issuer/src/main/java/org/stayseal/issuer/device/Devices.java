package org.stayseal.issuer.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.spec.cwt.DeviceKey;
import org.stayseal.spec.permit.Purpose;

/** The devices of permits' holders. */
public interface Devices {

    /** Those of a permit, newest first. */
    List<HolderDevice> of(String permit);

    /**
     * Makes a link for one device; an earlier one that was not used is worth nothing from now on.
     *
     * @throws org.stayseal.issuer.Refusal if the officer may not, or the permit is not in force
     */
    Invitation invite(String permit, Officer officer);

    /**
     * Binds a device: its keys are on record, and credentials for them are being made.
     *
     * @param token what the link carries
     * @param letterNumber the second secret; each wrong one is counted, and the link ends with the fifth
     * @param keys one for each purpose
     * @return what the device collects its codes with
     * @throws org.stayseal.issuer.Refusal if the link is not good, the number is wrong, or the keys are not
     */
    String bind(String token, String letterNumber, Map<Purpose, DeviceKey> keys);

    /**
     * What a device may collect within an hour.
     *
     * @param collection what {@link #bind} answered with
     * @return empty while they are being made; else the texts of its codes by purpose
     * @throws org.stayseal.issuer.Refusal if there is nothing to collect with that, or nothing will come
     */
    Optional<Map<Purpose, String>> collect(String collection);

    /**
     * Revokes the credentials of this device, and nothing else.
     *
     * @throws org.stayseal.issuer.Refusal if the officer may not, or there is nothing to revoke
     */
    void revoke(UUID device, String reason, Officer officer);
}
