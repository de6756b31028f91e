# SPDX-License-Identifier: GPL-3.0-or-later
# The arrow rule, written once: what each layer may use of ours, and which Qt modules beyond Core it may link.
# SmLayers.cmake holds the link lines against it, tests/architecture the #include lines.
set(SM_LAYERS ocpp charging plot pki store config csms http simulator app ui)

set(SM_FOLDER_ui ui)
foreach(layer IN ITEMS ocpp charging plot store config pki csms http simulator app)
  set(SM_FOLDER_${layer} src/${layer})
endforeach()

set(SM_USES_ocpp)
set(SM_USES_charging ocpp)
set(SM_USES_plot charging ocpp)
set(SM_USES_store charging ocpp pki)
set(SM_USES_config)
set(SM_USES_pki)
set(SM_USES_csms store charging ocpp config pki)
set(SM_USES_http csms store charging plot ocpp config pki)
set(SM_USES_simulator ocpp pki)
set(SM_USES_ui store charging plot ocpp config)
# The composition roots put everything together.
set(SM_USES_app ocpp charging plot store config pki csms http simulator ui)

# A station needs a socket just as the central system does: the simulator is the one layer beside csms that has them.
set(SM_QT_plot Gui Svg)
set(SM_QT_store Sql)
set(SM_QT_csms WebSockets Network)
set(SM_QT_simulator WebSockets Network)
set(SM_QT_ui Gui Widgets Charts Svg DBus)
set(SM_QT_app Gui Widgets Network)

# Those whose headers show types of that module to the layers above.
set(SM_PUBLIC_QT_plot Gui)
set(SM_PUBLIC_QT_store Sql)
set(SM_PUBLIC_QT_csms WebSockets Network)
set(SM_PUBLIC_QT_ui Gui Widgets)
