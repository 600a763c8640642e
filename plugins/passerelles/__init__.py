"""The knowledge base of urban-rural cooperation: from YAML records to pages and exports."""
