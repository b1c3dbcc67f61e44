/// Holds the WebAuthn library: [oropos.web.passkey.Ceremony] makes the challenges of passkeys and checks what
/// browsers answer. Loaded when somebody first uses one.
@NullMarked
package oropos.web.passkey;

import org.jspecify.annotations.NullMarked;
