package oropos.web.passkey;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.People;

/// Accounts as the WebAuthn library asks for them. It makes and removes none.
final class Owners implements PublicKeyCredentialUserEntityRepository {

    private final People people;

    Owners(People people) {
        this.people = people;
    }

    static Bytes handle(AccountId account) {
        return new Bytes(account.text().getBytes(StandardCharsets.US_ASCII));
    }

    static AccountId account(Bytes handle) {
        return new AccountId(new String(handle.getBytes(), StandardCharsets.US_ASCII));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return owner(people.find(account(id)));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return owner(people.named(name));
    }

    private static @Nullable PublicKeyCredentialUserEntity owner(Optional<Account> account) {
        return account.filter(Account::active)
                .map(one ->
                        ImmutablePublicKeyCredentialUserEntity.builder()
                                .id(handle(one.id()))
                                .name(one.name())
                                .displayName(one.shownName())
                                .build())
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("accounts are made by who invites");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("accounts are disabled, never removed");
    }
}
