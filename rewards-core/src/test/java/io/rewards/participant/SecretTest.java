package io.rewards.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What only its holder knows. */
class SecretTest {

    @Test
    void theHashIsThatOfTheTextInEveryAlphabet() {
        assertThat(Secret.hashOf("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Secret.hashOf("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Secret.hashOf("Λεμεσός")).hasSize(64).isNotEqualTo(Secret.hashOf("?????????????"));
        assertThat(Secret.of("abc").hash()).isEqualTo(Secret.hashOf("abc"));
    }

    @Test
    void aNewSecretIsThirtyTwoCharactersThatAUrlMayCarry() {
        Secret secret = Secret.generate(new SecureRandom());
        assertThat(secret.text()).matches("[A-Za-z0-9_-]{32}");
        assertThat(secret.hash()).isEqualTo(Secret.hashOf(secret.text())).matches("[0-9a-f]{64}");
    }

    @Test
    void noTwoSecretsAreTheSame() {
        SecureRandom random = new SecureRandom();
        Set<String> hashes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            hashes.add(Secret.generate(random).hash());
        }
        assertThat(hashes).hasSize(10_000);
    }

    @Test
    void aSecretInALogSaysOnlyItsHash() {
        Secret secret = Secret.of("open sesame");
        assertThat(secret).hasToString("Secret[hash=" + secret.hash() + "]");
    }
}
