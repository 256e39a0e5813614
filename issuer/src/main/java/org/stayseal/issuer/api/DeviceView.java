package org.stayseal.issuer.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.stayseal.issuer.device.DeviceState;
import org.stayseal.issuer.device.HolderDevice;

/**
 * A phone of the holder.
 *
 * @param id by which it is taken back
 * @param state where it is
 * @param boundAt when the holder bound it
 */
@Schema(name = "Device")
record DeviceView(String id, DeviceState state, Instant boundAt) {

    static DeviceView of(HolderDevice device) {
        return new DeviceView(device.id().toString(), device.state(), device.boundAt());
    }
}
