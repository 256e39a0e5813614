package org.stayseal.issuer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.issuer.carrier.Portraits;
import tools.jackson.databind.JsonNode;

/** Opening a photo is the dearest thing that a form asks for. */
class PhotoOfAnApplicationTest extends IssuerTest {

    @Autowired
    private Applications applications;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aFormIsNeverReadInsideATransaction() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        ApplicationForm form = new ApplicationForm(form());
        assertThatThrownBy(() -> transaction.execute(running -> applications.read(form, CLERK)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(applications.apply(form, CLERK).state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void aPhotoIsKeptAlsoWhereTheRequestIsCarriedOutOnce() throws IOException {
        Map<String, String> form = form();
        form.put("photo", Base64.getEncoder().encodeToString(Portraits.drawn()));
        JsonNode written = body(post(
                "/api/v1/applications",
                CLERK,
                form,
                "Idempotency-Key",
                UUID.randomUUID().toString()));
        assertThat(applications.portrait(UUID.fromString(written.get("id").asString())))
                .isPresent();
    }

    @Test
    void aPhotoOfMoreThanTwentyMegapixelsIsAFaultOfItsFieldThatSaysSo() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4000, 5001, BufferedImage.TYPE_BYTE_BINARY), "png", png);
        Map<String, String> form = form();
        form.put("photo", Base64.getEncoder().encodeToString(png.toByteArray()));
        HttpResponse<String> answer = post("/api/v1/applications", CLERK, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode error = body(answer).get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo("/photo");
        assertThat(error.get("rule").asString()).isEqualTo("photo-format");
        assertThat(error.get("detail").asString()).contains("4000 by 5001").contains("20 megapixels");
    }
}
