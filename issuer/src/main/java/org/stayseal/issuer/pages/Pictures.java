package org.stayseal.issuer.pages;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.stayseal.barcode.Portrait;
import org.stayseal.barcode.PortraitRefusedException;

/** A portrait for a page: always as a PNG of our own making, since what was uploaded is not handed to a browser as it came. */
final class Pictures {
    private Pictures() {}

    static ResponseEntity<byte[]> asPng(byte[] picture) {
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_PNG)
                    .cacheControl(CacheControl.noStore())
                    .body(Portrait.toPng(picture));
        } catch (PortraitRefusedException e) {
            return ResponseEntity.notFound().build();
        }
    }
}
