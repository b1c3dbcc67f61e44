'use strict';
// A passkey is made or shown by the browser; what it answers is sent with the form. Without script, or where
// the browser knows no passkeys, the forms stay hidden and name and password are there.
const able = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;

for (const form of able ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    use(form);
  });
}

async function use(form) {
  const problem = form.querySelector('.problem');
  problem.hidden = true;
  try {
    const body = new URLSearchParams({_csrf: form.elements._csrf.value});
    const response = await fetch(form.dataset.passkey, {method: 'POST', body, redirect: 'error', headers: {Accept: 'application/json'}});
    if (!response.ok) throw new Error();
    const options = await response.json();
    const key = 'make' in form.dataset
        ? await navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options)})
        : await navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options)});
    form.elements.credential.value = JSON.stringify(key.toJSON());
    form.submit();
  } catch (error) {
    problem.textContent = form.dataset.failed;
    problem.hidden = false;
  }
}
