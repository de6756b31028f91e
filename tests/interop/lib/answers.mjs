// SPDX-License-Identifier: GPL-3.0-or-later
// What a plain, willing station answers to each CALL of the central system. A fresh object per station.
export function willingAnswers(configuration = new Map()) {
  const accepted = () => ({ status: 'Accepted' });
  return {
    CancelReservation: accepted,
    ChangeAvailability: accepted,
    ChangeConfiguration: ({ key, value }) => changeConfiguration(configuration, key, value),
    ClearCache: accepted,
    ClearChargingProfile: accepted,
    DataTransfer: ({ data }) => ({ status: 'Accepted', ...(data === undefined ? {} : { data: `echo ${data}` }) }),
    GetConfiguration: ({ key }) => reportConfiguration(configuration, key),
    GetLocalListVersion: () => ({ listVersion: 0 }),
    RemoteStartTransaction: accepted,
    RemoteStopTransaction: accepted,
    ReserveNow: accepted,
    Reset: accepted,
    SendLocalList: accepted,
    SetChargingProfile: accepted,
    TriggerMessage: accepted,
    UnlockConnector: () => ({ status: 'Unlocked' }),
  };
}

// Keys are case-insensitive (OCPP 1.6, 5.3): the map is keyed by the lower-case name.
export function configurationOf(entries) {
  return new Map(entries.map((entry) => [entry.key.toLowerCase(), { readonly: false, ...entry }]));
}

function changeConfiguration(configuration, key, value) {
  const entry = configuration.get(key.toLowerCase());
  if (!entry) return { status: 'NotSupported' };
  if (entry.readonly) return { status: 'Rejected' };
  entry.value = value;
  return { status: entry.needsReboot ? 'RebootRequired' : 'Accepted' };
}

function reportConfiguration(configuration, keys) {
  const wanted = keys?.length ? keys.map((key) => key.toLowerCase()) : [...configuration.keys()];
  const report = ({ key, readonly, value }) => ({ key, readonly, ...(value === undefined ? {} : { value }) });
  return {
    configurationKey: wanted.filter((key) => configuration.has(key)).map((key) => report(configuration.get(key))),
    unknownKey: (keys ?? []).filter((key) => !configuration.has(key.toLowerCase())),
  };
}
