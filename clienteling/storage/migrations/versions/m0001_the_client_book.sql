CREATE TABLE attachment (
  id BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  mime TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_attachment PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE circle (
  id BLOB NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  names TEXT,
  rank INTEGER NOT NULL,
  highlighted INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_circle PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE client_metric (
  client_id BLOB NOT NULL,
  currency TEXT,
  other_currencies INTEGER NOT NULL,
  first_day TEXT,
  last_day TEXT,
  last_seen_on TEXT,
  orders INTEGER NOT NULL,
  visits INTEGER NOT NULL,
  spend_minor INTEGER NOT NULL,
  spend_12m_minor INTEGER NOT NULL,
  months TEXT NOT NULL,
  as_of TEXT NOT NULL,
  CONSTRAINT pk_client_metric PRIMARY KEY (client_id)
)
 STRICT;
CREATE TABLE counter (
  name TEXT NOT NULL,
  next INTEGER NOT NULL,
  CONSTRAINT pk_counter PRIMARY KEY (name)
)
 STRICT;
CREATE TABLE draft (
  staff_id BLOB NOT NULL,
  place TEXT NOT NULL,
  body TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  CONSTRAINT pk_draft PRIMARY KEY (staff_id, place)
)
 STRICT;
CREATE TABLE house (
  id BLOB NOT NULL,
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_house PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE household (
  id BLOB NOT NULL,
  name TEXT,
  salutation_line TEXT,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_household PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE import_batch (
  id BLOB NOT NULL,
  file_name TEXT NOT NULL,
  shape TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  undone_at INTEGER,
  counts TEXT NOT NULL,
  CONSTRAINT pk_import_batch PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE import_profile (
  shape TEXT NOT NULL,
  mapping TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  CONSTRAINT pk_import_profile PRIMARY KEY (shape)
)
 STRICT;
CREATE TABLE product (
  id BLOB NOT NULL,
  style_no TEXT NOT NULL,
  name TEXT NOT NULL,
  name_words TEXT,
  category TEXT NOT NULL,
  gender TEXT,
  season TEXT,
  launched_on TEXT,
  colour TEXT,
  colour_words TEXT,
  swatch TEXT,
  composition TEXT,
  composition_words TEXT,
  story TEXT,
  story_words TEXT,
  care TEXT,
  origin TEXT,
  price_minor INTEGER,
  currency TEXT,
  status TEXT NOT NULL,
  source TEXT,
  external_id TEXT,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_product PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE store (
  id BLOB NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  city TEXT NOT NULL,
  country TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  currency TEXT NOT NULL,
  locale TEXT NOT NULL,
  phone TEXT,
  address TEXT,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_store PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE client (
  id BLOB NOT NULL,
  kind TEXT NOT NULL,
  client_no TEXT NOT NULL,
  given_name TEXT,
  family_name TEXT,
  middle_name TEXT,
  native_name TEXT,
  phonetic_name TEXT,
  name_order TEXT NOT NULL,
  preferred_name TEXT,
  pronunciation TEXT,
  form_of_address TEXT,
  company_name TEXT,
  gender TEXT,
  language TEXT,
  languages TEXT,
  nationality TEXT,
  home_store_id BLOB,
  circle_id BLOB,
  relationship_status TEXT NOT NULL,
  acquisition_source TEXT,
  first_seen_on TEXT,
  portrait_id BLOB,
  remember TEXT,
  do_not_contact INTEGER NOT NULL,
  merged_into_id BLOB,
  source TEXT,
  external_id TEXT,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_client PRIMARY KEY (id),
  CONSTRAINT fk_client_home_store_id_store FOREIGN KEY(home_store_id) REFERENCES store (id),
  CONSTRAINT fk_client_circle_id_circle FOREIGN KEY(circle_id) REFERENCES circle (id),
  CONSTRAINT fk_client_portrait_id_attachment FOREIGN KEY(portrait_id) REFERENCES attachment (id),
  CONSTRAINT fk_client_merged_into_id_client FOREIGN KEY(merged_into_id) REFERENCES client (id)
)
 STRICT;
CREATE TABLE product_picture (
  id BLOB NOT NULL,
  product_id BLOB NOT NULL,
  attachment_id BLOB NOT NULL,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_product_picture PRIMARY KEY (id),
  CONSTRAINT fk_product_picture_product_id_product FOREIGN KEY(product_id) REFERENCES product (id),
  CONSTRAINT fk_product_picture_attachment_id_attachment FOREIGN KEY(attachment_id) REFERENCES attachment (id)
)
 STRICT;
CREATE TABLE product_price (
  id BLOB NOT NULL,
  product_id BLOB NOT NULL,
  currency TEXT NOT NULL,
  price_minor INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_product_price PRIMARY KEY (id),
  CONSTRAINT fk_product_price_product_id_product FOREIGN KEY(product_id) REFERENCES product (id)
)
 STRICT;
CREATE TABLE product_relation (
  id BLOB NOT NULL,
  product_id BLOB NOT NULL,
  other_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_product_relation PRIMARY KEY (id),
  CONSTRAINT fk_product_relation_product_id_product FOREIGN KEY(product_id) REFERENCES product (id),
  CONSTRAINT fk_product_relation_other_id_product FOREIGN KEY(other_id) REFERENCES product (id)
)
 STRICT;
CREATE TABLE staff (
  id BLOB NOT NULL,
  store_id BLOB NOT NULL,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  role TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  languages TEXT,
  active INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_staff PRIMARY KEY (id),
  CONSTRAINT fk_staff_store_id_store FOREIGN KEY(store_id) REFERENCES store (id)
)
 STRICT;
CREATE TABLE variant (
  id BLOB NOT NULL,
  product_id BLOB NOT NULL,
  sku TEXT NOT NULL,
  gtin TEXT,
  size_system TEXT,
  size_label TEXT,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_variant PRIMARY KEY (id),
  CONSTRAINT fk_variant_product_id_product FOREIGN KEY(product_id) REFERENCES product (id)
)
 STRICT;
CREATE TABLE address (
  id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  label TEXT NOT NULL,
  lines TEXT,
  locality TEXT,
  region TEXT,
  postal_code TEXT,
  country TEXT,
  is_primary INTEGER NOT NULL,
  access_note TEXT,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_address PRIMARY KEY (id),
  CONSTRAINT fk_address_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
)
 STRICT;
CREATE TABLE assignment (
  id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  staff_id BLOB NOT NULL,
  role TEXT NOT NULL,
  since TEXT,
  until TEXT,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_assignment PRIMARY KEY (id),
  CONSTRAINT fk_assignment_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
  CONSTRAINT fk_assignment_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
)
 STRICT;
CREATE TABLE card (
  id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  number TEXT NOT NULL,
  active INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_card PRIMARY KEY (id),
  CONSTRAINT fk_card_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
)
 STRICT;
CREATE TABLE client_flag (
  id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT,
  since TEXT NOT NULL,
  until TEXT,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_client_flag PRIMARY KEY (id),
  CONSTRAINT fk_client_flag_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
)
 STRICT;
CREATE TABLE consent_event (
  id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  purpose TEXT NOT NULL,
  channel TEXT NOT NULL,
  decision TEXT NOT NULL,
  method TEXT NOT NULL,
  wording TEXT,
  at INTEGER NOT NULL,
  staff_id BLOB,
  store_id BLOB,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_consent_event PRIMARY KEY (id),
  CONSTRAINT fk_consent_event_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
  CONSTRAINT fk_consent_event_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id),
  CONSTRAINT fk_consent_event_store_id_store FOREIGN KEY(store_id) REFERENCES store (id)
)
 STRICT;
CREATE TABLE contact_point (
  id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  value_raw TEXT NOT NULL,
  value_norm TEXT,
  region TEXT,
  label TEXT,
  is_primary INTEGER NOT NULL,
  status TEXT NOT NULL,
  owner TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_contact_point PRIMARY KEY (id),
  CONSTRAINT fk_contact_point_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
)
 STRICT;
CREATE TABLE household_member (
  id BLOB NOT NULL,
  household_id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  role TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_household_member PRIMARY KEY (id),
  CONSTRAINT fk_household_member_household_id_household FOREIGN KEY(household_id) REFERENCES household (id),
  CONSTRAINT fk_household_member_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
)
 STRICT;
CREATE TABLE interaction (
  id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  occurred_at INTEGER NOT NULL,
  channel TEXT NOT NULL,
  inbound INTEGER NOT NULL,
  motive TEXT,
  no_sale_reason TEXT,
  outcome TEXT,
  summary TEXT,
  visibility TEXT NOT NULL,
  product_id BLOB,
  staff_id BLOB,
  store_id BLOB,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_interaction PRIMARY KEY (id),
  CONSTRAINT fk_interaction_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
  CONSTRAINT fk_interaction_product_id_product FOREIGN KEY(product_id) REFERENCES product (id),
  CONSTRAINT fk_interaction_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id),
  CONSTRAINT fk_interaction_store_id_store FOREIGN KEY(store_id) REFERENCES store (id)
)
 STRICT;
CREATE TABLE key_date (
  id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  label TEXT,
  month INTEGER NOT NULL,
  day INTEGER,
  year INTEGER,
  calendar TEXT NOT NULL,
  leap_month INTEGER NOT NULL,
  on_29_february TEXT,
  show_years INTEGER NOT NULL,
  gift_plan TEXT,
  hide_from_client_id BLOB,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_key_date PRIMARY KEY (id),
  CONSTRAINT fk_key_date_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
  CONSTRAINT fk_key_date_hide_from_client_id_client FOREIGN KEY(hide_from_client_id) REFERENCES client (id)
)
 STRICT;
CREATE TABLE lookbook (
  id BLOB NOT NULL,
  client_id BLOB,
  staff_id BLOB,
  title TEXT NOT NULL,
  letter TEXT NOT NULL,
  language TEXT NOT NULL,
  page_size TEXT NOT NULL,
  show_prices INTEGER NOT NULL,
  show_set_aside INTEGER NOT NULL,
  show_care INTEGER NOT NULL,
  show_reactions INTEGER NOT NULL,
  show_code INTEGER NOT NULL,
  status TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_lookbook PRIMARY KEY (id),
  CONSTRAINT fk_lookbook_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
  CONSTRAINT fk_lookbook_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
)
 STRICT;
CREATE TABLE note (
  id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  noted_at INTEGER NOT NULL,
  body TEXT NOT NULL,
  visibility TEXT NOT NULL,
  pinned INTEGER NOT NULL,
  product_id BLOB,
  staff_id BLOB,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_note PRIMARY KEY (id),
  CONSTRAINT fk_note_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
  CONSTRAINT fk_note_product_id_product FOREIGN KEY(product_id) REFERENCES product (id),
  CONSTRAINT fk_note_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
)
 STRICT;
CREATE TABLE preference (
  id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  polarity TEXT NOT NULL,
  target TEXT NOT NULL,
  words TEXT NOT NULL,
  detail TEXT,
  strength INTEGER NOT NULL,
  source TEXT NOT NULL,
  noted_on TEXT NOT NULL,
  staff_id BLOB,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_preference PRIMARY KEY (id),
  CONSTRAINT fk_preference_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
  CONSTRAINT fk_preference_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
)
 STRICT;
CREATE TABLE purchase (
  id BLOB NOT NULL,
  client_id BLOB,
  store_id BLOB,
  receipt_no TEXT,
  sold_at INTEGER NOT NULL,
  sold_on TEXT NOT NULL,
  channel TEXT NOT NULL,
  currency TEXT NOT NULL,
  net_minor INTEGER NOT NULL,
  source TEXT,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_purchase PRIMARY KEY (id),
  CONSTRAINT fk_purchase_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
  CONSTRAINT fk_purchase_store_id_store FOREIGN KEY(store_id) REFERENCES store (id)
)
 STRICT;
CREATE TABLE relationship (
  id BLOB NOT NULL,
  from_client_id BLOB NOT NULL,
  to_client_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  words TEXT,
  secret INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_relationship PRIMARY KEY (id),
  CONSTRAINT fk_relationship_from_client_id_client FOREIGN KEY(from_client_id) REFERENCES client (id),
  CONSTRAINT fk_relationship_to_client_id_client FOREIGN KEY(to_client_id) REFERENCES client (id)
)
 STRICT;
CREATE TABLE size_profile (
  id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  category TEXT NOT NULL,
  system TEXT NOT NULL,
  label TEXT NOT NULL,
  brand TEXT,
  fit TEXT,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  staff_id BLOB,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_size_profile PRIMARY KEY (id),
  CONSTRAINT fk_size_profile_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
  CONSTRAINT fk_size_profile_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
)
 STRICT;
CREATE TABLE stock (
  id BLOB NOT NULL,
  store_id BLOB NOT NULL,
  variant_id BLOB NOT NULL,
  on_hand INTEGER NOT NULL,
  as_of INTEGER NOT NULL,
  shelf TEXT,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_stock PRIMARY KEY (id),
  CONSTRAINT fk_stock_store_id_store FOREIGN KEY(store_id) REFERENCES store (id),
  CONSTRAINT fk_stock_variant_id_variant FOREIGN KEY(variant_id) REFERENCES variant (id)
)
 STRICT;
CREATE TABLE wish (
  id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  product_id BLOB,
  words TEXT,
  size_label TEXT,
  occasion TEXT,
  needed_by TEXT,
  noted_on TEXT NOT NULL,
  hide_from_client_id BLOB,
  staff_id BLOB,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_wish PRIMARY KEY (id),
  CONSTRAINT fk_wish_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
  CONSTRAINT fk_wish_product_id_product FOREIGN KEY(product_id) REFERENCES product (id),
  CONSTRAINT fk_wish_hide_from_client_id_client FOREIGN KEY(hide_from_client_id) REFERENCES client (id),
  CONSTRAINT fk_wish_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
)
 STRICT;
CREATE TABLE look_page (
  id BLOB NOT NULL,
  lookbook_id BLOB NOT NULL,
  position INTEGER NOT NULL,
  layout TEXT NOT NULL,
  words TEXT,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_look_page PRIMARY KEY (id),
  CONSTRAINT fk_look_page_lookbook_id_lookbook FOREIGN KEY(lookbook_id) REFERENCES lookbook (id)
)
 STRICT;
CREATE TABLE lookbook_issue (
  id BLOB NOT NULL,
  lookbook_id BLOB NOT NULL,
  issued_at INTEGER NOT NULL,
  way TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  staff_id BLOB,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_lookbook_issue PRIMARY KEY (id),
  CONSTRAINT fk_lookbook_issue_lookbook_id_lookbook FOREIGN KEY(lookbook_id) REFERENCES lookbook (id),
  CONSTRAINT fk_lookbook_issue_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
)
 STRICT;
CREATE TABLE purchase_line (
  id BLOB NOT NULL,
  purchase_id BLOB NOT NULL,
  position INTEGER NOT NULL,
  product_id BLOB,
  variant_id BLOB,
  words TEXT,
  quantity INTEGER NOT NULL,
  unit_price_minor INTEGER,
  discount_minor INTEGER,
  tax_minor INTEGER,
  net_minor INTEGER NOT NULL,
  return_of_id BLOB,
  wearer_client_id BLOB,
  gift_words TEXT,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_purchase_line PRIMARY KEY (id),
  CONSTRAINT fk_purchase_line_purchase_id_purchase FOREIGN KEY(purchase_id) REFERENCES purchase (id),
  CONSTRAINT fk_purchase_line_product_id_product FOREIGN KEY(product_id) REFERENCES product (id),
  CONSTRAINT fk_purchase_line_variant_id_variant FOREIGN KEY(variant_id) REFERENCES variant (id),
  CONSTRAINT fk_purchase_line_return_of_id_purchase_line FOREIGN KEY(return_of_id) REFERENCES purchase_line (id),
  CONSTRAINT fk_purchase_line_wearer_client_id_client FOREIGN KEY(wearer_client_id) REFERENCES client (id)
)
 STRICT;
CREATE TABLE purchase_staff (
  id BLOB NOT NULL,
  purchase_id BLOB NOT NULL,
  staff_id BLOB NOT NULL,
  share_percent INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_purchase_staff PRIMARY KEY (id),
  CONSTRAINT fk_purchase_staff_purchase_id_purchase FOREIGN KEY(purchase_id) REFERENCES purchase (id),
  CONSTRAINT fk_purchase_staff_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
)
 STRICT;
CREATE TABLE look_item (
  id BLOB NOT NULL,
  page_id BLOB NOT NULL,
  slot INTEGER NOT NULL,
  product_id BLOB NOT NULL,
  size_label TEXT,
  note TEXT,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_look_item PRIMARY KEY (id),
  CONSTRAINT fk_look_item_page_id_look_page FOREIGN KEY(page_id) REFERENCES look_page (id),
  CONSTRAINT fk_look_item_product_id_product FOREIGN KEY(product_id) REFERENCES product (id)
)
 STRICT;
CREATE TABLE owned_piece (
  id BLOB NOT NULL,
  client_id BLOB NOT NULL,
  product_id BLOB,
  purchase_line_id BLOB,
  words TEXT,
  size_label TEXT,
  acquired_on TEXT,
  state TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  batch_id BLOB,
  CONSTRAINT pk_owned_piece PRIMARY KEY (id),
  CONSTRAINT fk_owned_piece_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
  CONSTRAINT fk_owned_piece_product_id_product FOREIGN KEY(product_id) REFERENCES product (id),
  CONSTRAINT fk_owned_piece_purchase_line_id_purchase_line FOREIGN KEY(purchase_line_id) REFERENCES purchase_line (id)
)
 STRICT;
CREATE INDEX ix_attachment_sha256 ON attachment (sha256);
CREATE INDEX ix_circle_code ON circle (code);
CREATE INDEX ix_product_style_no ON product (style_no);
CREATE INDEX ix_store_code ON store (code);
CREATE INDEX ix_client_client_no ON client (client_no);
CREATE INDEX ix_client_external ON client (source, external_id);
CREATE INDEX ix_product_picture_product_id ON product_picture (product_id);
CREATE INDEX ix_product_price_product_id ON product_price (product_id);
CREATE INDEX ix_product_relation_product_id ON product_relation (product_id);
CREATE INDEX ix_variant_gtin ON variant (gtin);
CREATE INDEX ix_variant_product_id ON variant (product_id);
CREATE INDEX ix_variant_sku ON variant (sku);
CREATE INDEX ix_address_client_id ON address (client_id);
CREATE INDEX ix_assignment_client_id ON assignment (client_id);
CREATE INDEX ix_assignment_staff_id ON assignment (staff_id);
CREATE INDEX ix_card_client_id ON card (client_id);
CREATE INDEX ix_card_number ON card (number);
CREATE INDEX ix_client_flag_client_id ON client_flag (client_id);
CREATE INDEX ix_consent_event_client ON consent_event (client_id, at);
CREATE INDEX ix_contact_point_client_id ON contact_point (client_id);
CREATE INDEX ix_contact_point_value_norm ON contact_point (value_norm);
CREATE INDEX ix_household_member_client_id ON household_member (client_id);
CREATE INDEX ix_household_member_household_id ON household_member (household_id);
CREATE INDEX ix_interaction_client ON interaction (client_id, occurred_at);
CREATE INDEX ix_key_date_client_id ON key_date (client_id);
CREATE INDEX ix_lookbook_client_id ON lookbook (client_id);
CREATE INDEX ix_note_client ON note (client_id, noted_at);
CREATE INDEX ix_preference_client_id ON preference (client_id);
CREATE INDEX ix_purchase_client ON purchase (client_id, sold_at);
CREATE INDEX ix_purchase_receipt ON purchase (receipt_no);
CREATE INDEX ix_relationship_from_client_id ON relationship (from_client_id);
CREATE INDEX ix_relationship_to_client_id ON relationship (to_client_id);
CREATE INDEX ix_size_profile_client_id ON size_profile (client_id);
CREATE INDEX ix_stock_variant ON stock (variant_id, store_id);
CREATE INDEX ix_wish_client_id ON wish (client_id);
CREATE INDEX ix_look_page_lookbook_id ON look_page (lookbook_id);
CREATE INDEX ix_lookbook_issue_lookbook_id ON lookbook_issue (lookbook_id);
CREATE INDEX ix_purchase_line_purchase ON purchase_line (purchase_id);
CREATE INDEX ix_purchase_line_undone ON purchase_line (return_of_id) WHERE return_of_id NOT NULL;
CREATE INDEX ix_purchase_line_wearer ON purchase_line (wearer_client_id) WHERE wearer_client_id NOT NULL;
CREATE INDEX ix_purchase_staff_purchase_id ON purchase_staff (purchase_id);
CREATE INDEX ix_look_item_page_id ON look_item (page_id);
CREATE INDEX ix_owned_piece_client_id ON owned_piece (client_id);
CREATE TABLE sync_self (
  k INTEGER PRIMARY KEY CHECK (k = 1), till_id TEXT NOT NULL, incarnation TEXT NOT NULL,
  next_mid INTEGER NOT NULL DEFAULT 1, hlc INTEGER NOT NULL DEFAULT 0,
  applying INTEGER NOT NULL DEFAULT 0, schema_ver INTEGER NOT NULL, clock_offset_ms INTEGER,
  tx BLOB, user_id BLOB, now_ms INTEGER, acked_mid INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE sync_cursor (
  scope TEXT PRIMARY KEY, seq INTEGER NOT NULL, mark_seq INTEGER, mark BLOB, snapshot_id TEXT,
  state TEXT
) STRICT;
CREATE TABLE sync_log (
  mid INTEGER PRIMARY KEY, muid BLOB NOT NULL, tx BLOB NOT NULL, tbl TEXT NOT NULL,
  row_id BLOB NOT NULL, op INTEGER NOT NULL, body TEXT, base INTEGER NOT NULL,
  hlc INTEGER NOT NULL, user_id BLOB, schema_ver INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 0, reason TEXT
) STRICT;
CREATE INDEX ix_sync_log_tx ON sync_log (tx);
CREATE INDEX ix_sync_log_pending ON sync_log (row_id) WHERE state = 0;
CREATE INDEX ix_sync_log_refused ON sync_log (tbl, row_id) WHERE state = 2;
CREATE TABLE sync_tx (
  tx BLOB PRIMARY KEY, why TEXT NOT NULL, user_id BLOB, at_ms INTEGER NOT NULL, undoes BLOB
) STRICT;
CREATE TABLE sync_row (
  tbl TEXT NOT NULL, row_id BLOB NOT NULL, scope TEXT NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (tbl, row_id)
) WITHOUT ROWID, STRICT;
CREATE TABLE sync_conflict (
  id BLOB PRIMARY KEY, scope TEXT NOT NULL, tbl TEXT NOT NULL, row_id BLOB NOT NULL,
  field TEXT NOT NULL, kept TEXT, other TEXT, who_kept TEXT, who_other TEXT, when_kept INTEGER,
  when_other INTEGER, state INTEGER NOT NULL
) STRICT;
CREATE INDEX ix_sync_conflict_row ON sync_conflict (row_id);
CREATE TABLE sync_hold (
  tbl TEXT NOT NULL, row_id BLOB NOT NULL, scope TEXT NOT NULL, row TEXT NOT NULL,
  why TEXT NOT NULL, PRIMARY KEY (tbl, row_id)
) WITHOUT ROWID, STRICT;
CREATE TABLE sync_erased (
  tbl TEXT NOT NULL, row_id BLOB NOT NULL, scope TEXT NOT NULL, proof TEXT NOT NULL,
  PRIMARY KEY (tbl, row_id)
) WITHOUT ROWID, STRICT;
CREATE TABLE blob_queue (
  sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, sent INTEGER NOT NULL, state INTEGER NOT NULL
) STRICT;
CREATE TABLE touched_client (client_id BLOB PRIMARY KEY) WITHOUT ROWID, STRICT;
CREATE TABLE arrived_client (client_id BLOB PRIMARY KEY) WITHOUT ROWID, STRICT;
CREATE TABLE client_hit (
  rk INTEGER PRIMARY KEY, client_id BLOB NOT NULL UNIQUE, terms_hash INTEGER NOT NULL,
  display TEXT NOT NULL, native TEXT, names TEXT NOT NULL, sort_name TEXT NOT NULL,
  monogram TEXT NOT NULL, circle_id BLOB, adviser_id BLOB, store_id BLOB, city TEXT, phone TEXT,
  digits TEXT NOT NULL, portrait TEXT, last_seen_on TEXT, next_on TEXT, next_kind TEXT,
  next_label TEXT, open_on TEXT, open_kind TEXT, open_label TEXT,
  spend_12m_minor INTEGER NOT NULL, currency TEXT
) STRICT;
CREATE INDEX ix_client_hit_care ON client_hit (adviser_id, last_seen_on DESC, client_id);
CREATE INDEX ix_client_hit_seen ON client_hit (last_seen_on DESC, client_id);
CREATE INDEX ix_client_hit_name ON client_hit (sort_name, client_id);
CREATE INDEX ix_client_hit_next ON client_hit (next_on, client_id);
CREATE INDEX ix_client_hit_open ON client_hit (open_on, client_id);
CREATE INDEX ix_client_hit_spend ON client_hit (spend_12m_minor DESC, client_id);

CREATE VIRTUAL TABLE client_fts USING fts5(
  t, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5',
  tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
);
CREATE VIRTUAL TABLE phone_fts USING fts5(
  d, content='', contentless_delete=1, detail=none, tokenize='trigram'
);

CREATE TABLE name_term (term TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE name_del (
  del TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (del, term)
) WITHOUT ROWID, STRICT;

CREATE TABLE derived_state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID, STRICT;
