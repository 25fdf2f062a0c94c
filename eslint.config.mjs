/** n8n's strict rules for community nodes, as they are. */
